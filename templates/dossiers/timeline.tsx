import { isStep, steps } from '../../src/custody/steps.ts'
import { decisions, statuses } from '../../src/dossiers/status.ts'
import { longTime } from '../../src/kit/time.ts'
import type { DossierProps } from './dossier-page.tsx'

type Moment = { at: Date; what: string; where: string; note: string }

/** What was decided about the paper and where the envelope went, as one story, the latest first. */
export function Timeline({ events, facts }: DossierProps) {
  const moments = [...events.map(decided), ...facts.map(moved)].sort((a, b) => a.at.getTime() - b.at.getTime())
  return (
    <>
      <h2 class="govuk-heading-m">Diễn biến</h2>
      <ol class="bt-timeline" reversed>
        {moments.reverse().map(({ at, what, where, note }) => (
          <li>
            <strong>{what}</strong>
            {where && `, ${where}`}
            {note && <div>{note}</div>}
            <span class="bt-timeline__when">{longTime(at)}</span>
          </li>
        ))}
      </ol>
    </>
  )
}

const words: Record<string, string> = {
  ...statuses,
  ...Object.fromEntries(Object.entries(decisions).map(([decision, { label }]) => [decision, label])),
}

const decided = ({ kind, at, detail, person, unit }: DossierProps['events'][number]): Moment => ({
  at,
  what: words[kind] ?? kind,
  where: [person, unit].filter(Boolean).join(', '),
  note: typeof detail['reason'] === 'string' ? `Lý do: ${detail['reason']}` : '',
})

const moved = ({ step, effective_at, unit_name }: DossierProps['facts'][number]): Moment => ({
  at: effective_at,
  what: isStep(step) ? steps[step].label : step,
  where: unit_name ?? '',
  note: '',
})
