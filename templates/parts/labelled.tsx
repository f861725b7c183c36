import type { ComponentChildren } from 'preact'
import { classNames } from './class-names.ts'

/** The words around a field. `hint` says what to type before it is typed. */
export type Labels = { label: string; hint?: string | undefined; labelSize?: 's' | 'm' | 'l' | undefined }

type Props = Labels & { id: string; error?: string | undefined; children: ComponentChildren }

/** A label, its hint, its error, and the input they speak of. */
export function Labelled({ id, label, hint, labelSize, error, children }: Props) {
  return (
    <FormGroup error={error}>
      <label class={classNames('govuk-label', labelSize && `govuk-label--${labelSize}`)} for={id}>
        {label}
      </label>
      <HintAndError id={id} hint={hint} error={error} />
      {children}
    </FormGroup>
  )
}

/** A field's place in the form, with a bar at its side while it has an error. */
export function FormGroup({ error, children }: { error?: string | undefined; children: ComponentChildren }) {
  return <div class={classNames('govuk-form-group', error && 'govuk-form-group--error')}>{children}</div>
}

type Described = { id: string; hint?: string | undefined; error?: string | undefined }

export function HintAndError({ id, hint, error }: Described) {
  return (
    <>
      {hint && (
        <div id={`${id}-hint`} class="govuk-hint">
          {hint}
        </div>
      )}
      {error && (
        <p id={`${id}-error`} class="govuk-error-message">
          <span class="govuk-visually-hidden">Lỗi:</span> {error}
        </p>
      )}
    </>
  )
}

/** What a screen reader reads after the label. */
export const describedBy = ({ id, hint, error }: Described): string | undefined =>
  [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined
