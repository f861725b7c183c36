import type { FieldError } from '../../src/kit/errors.ts'
import type { Language } from '../../src/kit/language.ts'
import { type Field, fieldName } from '../fields.ts'
import { frameWords } from '../words/frame.ts'

/** What is to be corrected, at the top and with the focus, as on staff pages. */
export function PublicErrors({ errors, language }: { errors: readonly FieldError[]; language: Language }) {
  if (!errors.length) return null
  return (
    <div class="errors" tabindex={-1} autofocus>
      <div role="alert">
        <h2>{frameWords[language].check}</h2>
        <ul>
          {errors.map(({ pointer, detail }) => (
            <li>
              <a href={`#${fieldName(pointer)}`}>{detail}</a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}

type Props = Field & {
  language: Language
  label: string
  hint?: string
  isNumeric?: boolean
  size: number
  autocapitalize?: 'characters' | 'off'
}

/** One line of text on a citizens' page. */
export function PublicField({ language, label, hint, error, isNumeric, id, ...input }: Props) {
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div class={error ? 'field wrong' : 'field'}>
      <label for={id}>{label}</label>
      {hint && (
        <p id={`${id}-hint`} class="hint">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} class="error">
          <span class="unseen">{frameWords[language].error}:</span> {error}
        </p>
      )}
      <input
        type="text"
        id={id}
        {...input}
        autocomplete="off"
        spellcheck={false}
        inputmode={isNumeric ? 'numeric' : undefined}
        aria-describedby={described || undefined}
      />
    </div>
  )
}
