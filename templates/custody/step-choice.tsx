import type { OwnSteps } from '../../src/custody/own-steps.ts'
import { ruleOf, type Step } from '../../src/custody/steps.ts'
import type { Field } from '../fields.ts'
import type { Choice } from '../parts/choices.ts'
import { Details } from '../parts/details.tsx'
import { QuestionGroup } from '../parts/fieldset.tsx'
import { Options } from '../parts/options.tsx'
import { DetailFields } from './detail-fields.tsx'

type Props = { field: (name: string) => Field; steps: OwnSteps; offices: readonly { id: string; name: string }[] }

/** The steps one may do: the usual ones in view, the others folded away. The first usual one is chosen from the start. */
export function StepChoice({ field, steps: { usual, other }, offices }: Props) {
  const { value = usual[0] ?? other[0], error } = field('step')
  const chosen = value ? [value] : []
  return (
    <>
      <QuestionGroup id="step" legend="Thao tác" legendSize="m" error={error}>
        <div class="bt-steps">
          <Options kind="radios" id="step" name="step" choices={usual.map(choice)} chosen={chosen} />
        </div>
        {other.length > 0 && (
          <Details summary={`Thao tác khác (${other.length})`} isOpen={other.some(step => step === value)}>
            <div class="bt-steps">
              <Options
                kind="radios"
                id="step-other"
                name="step"
                choices={other.map(choice)}
                chosen={chosen}
                variant="small"
              />
            </div>
          </Details>
        )}
      </QuestionGroup>
      {[...usual, ...other].map(step => (
        <DetailFields step={step} field={field} offices={offices} />
      ))}
    </>
  )
}

const choice = (step: Step): Choice => ({ value: step, text: ruleOf(step).label })
