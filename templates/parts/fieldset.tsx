import type { ComponentChildren } from 'preact'
import { classNames } from './class-names.ts'
import { describedBy, FormGroup, HintAndError } from './labelled.tsx'

export type Legend = { legend: string; hint?: string | undefined; legendSize?: 's' | 'm' | 'l' | undefined }

type Props = Legend & { id: string; error?: string | undefined; children: ComponentChildren }

/** Choices that answer one question together. */
export function QuestionGroup({ id, error, hint, children, ...legend }: Props) {
  return (
    <FormGroup error={error}>
      <fieldset class="govuk-fieldset" aria-describedby={describedBy({ id, hint, error })}>
        <LegendLine {...legend} />
        <HintAndError id={id} hint={hint} error={error} />
        {children}
      </fieldset>
    </FormGroup>
  )
}

function LegendLine({ legend, legendSize }: Legend) {
  return (
    <legend class={classNames('govuk-fieldset__legend', legendSize && `govuk-fieldset__legend--${legendSize}`)}>
      {legend}
    </legend>
  )
}
