import type { Choice } from './choices.ts'
import { classNames } from './class-names.ts'

type Kind = 'radios' | 'checkboxes'
type Props = {
  kind: Kind
  name: string
  id: string
  choices: readonly Choice[]
  chosen: readonly string[]
  variant?: 'inline' | 'small' | undefined
}

/** The boxes of Radios and Checkboxes. The first has the id of the question, so that its error leads there. */
export function Options({ kind, name, id, choices, chosen, variant }: Props) {
  const block = `govuk-${kind}`
  return (
    <div class={classNames(block, variant && `${block}--${variant}`)} data-module={block}>
      {choices.map((choice, i) => (
        <Option
          block={block}
          type={kind === 'radios' ? 'radio' : 'checkbox'}
          name={name}
          id={i ? `${id}-${i + 1}` : id}
          choice={choice}
          isChosen={chosen.includes(choice.value)}
        />
      ))}
    </div>
  )
}

type OptionProps = {
  block: string
  type: 'radio' | 'checkbox'
  name: string
  id: string
  choice: Choice
  isChosen: boolean
}

function Option({ block, type, name, id, choice: { value, text, hint, inside }, isChosen }: OptionProps) {
  const insideId = inside ? `conditional-${id}` : undefined
  const hintId = hint ? `${id}-item-hint` : undefined
  return (
    <>
      <div class={`${block}__item`}>
        <input
          class={`${block}__input`}
          id={id}
          name={name}
          type={type}
          value={value}
          checked={isChosen}
          data-aria-controls={insideId}
          aria-describedby={hintId}
        />
        <label class={`govuk-label ${block}__label`} for={id}>
          {text}
        </label>
        {hint && (
          <div id={hintId} class={`govuk-hint ${block}__hint`}>
            {hint}
          </div>
        )}
      </div>
      {inside && (
        <div class={classNames(`${block}__conditional`, !isChosen && `${block}__conditional--hidden`)} id={insideId}>
          {inside}
        </div>
      )}
    </>
  )
}
