import { longTime } from '../../src/kit/time.ts'
import { span } from '../control/time-left.tsx'
import { clockWords } from '../control/words.ts'
import { Unverified } from '../counter/unverified.tsx'
import { SummaryList } from '../parts/summary-list.tsx'
import { Tag, type Tone } from '../parts/tag.tsx'
import type { DossierProps } from './dossier-page.tsx'

type Clock = DossierProps['clocks'][number]

/** Both promises, each in all its readings; the one that does not bind is there to compare. */
export function Clocks({ clocks, now }: DossierProps) {
  if (!clocks.length) return null
  return (
    <>
      <h2 class="govuk-heading-m">Thời hạn</h2>
      <SummaryList
        rows={clocks.map(clock => ({
          label: clockWords[clock.clock],
          value: (
            <>
              <div>
                <State {...clock} now={now} />
              </div>
              <div>
                Hạn: {longTime(clock.due_at)} <Unverified of="due_at" among={clock.is_unverified ? ['due_at'] : []} />
              </div>
              <div>
                {clock.reading}
                {!clock.is_binding && ', để đối chiếu'}
              </div>
            </>
          ),
        }))}
      />
    </>
  )
}

function State({ now, ...clock }: Clock & { now: Date }) {
  const [tone, words] = stateOf(clock, now)
  return <Tag tone={tone}>{words}</Tag>
}

function stateOf({ due_at, stopped_at, standing }: Clock, now: Date): [Tone, string] {
  if (stopped_at) return stopped_at <= due_at ? ['good', 'Đúng hạn'] : ['bad', 'Đã trễ hạn']
  if (standing === 'paused') return ['waiting', 'Tạm dừng']
  const left = due_at.getTime() - now.getTime()
  return standing === 'late' ? ['bad', `Quá hạn ${span(-left)}`] : ['moving', `Còn ${span(left)}`]
}
