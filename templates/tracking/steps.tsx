import type { Language } from '../../src/kit/language.ts'
import type { Stage } from '../../src/tracking/stage.ts'
import { trackingWords } from '../words/tracking.ts'

const order = ['at_post', 'at_police', 'coming_home', 'delivered'] as const

/** The way of a dossier in four steps, each saying in words whether it is done. One that ended has no way any more. */
export function Steps({ language, stage }: { language: Language; stage: Stage }) {
  if (stage === 'ended') return null
  const { steps } = trackingWords[language]
  const here = order.indexOf(stage)
  const isOver = stage === 'delivered'
  return (
    <ol class="steps" aria-label={steps.title}>
      {order.map((step, i) => {
        const state = i < here || isOver ? 'done' : i === here ? 'now' : 'next'
        return (
          <li class={state} aria-current={state === 'now' ? 'step' : undefined}>
            <span class="step-name">{steps.names[step]}</span> <span class="step-state">{steps[state]}</span>
          </li>
        )
      })}
    </ol>
  )
}
