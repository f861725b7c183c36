import { isStep, ruleOf } from '../../src/custody/steps.ts'
import type { Frame } from '../../src/people/page.ts'
import type { ParcelStory } from '../../src/reports/parcel-story.ts'
import type { Held } from '../../src/reports/where-time-went.ts'
import { RowTable } from '../control/row-table.tsx'
import { Section } from '../control/section.tsx'
import { span } from '../control/time-left.tsx'
import { holderWords } from '../custody/holder-words.ts'
import { ItemCodeText } from '../custody/item-code-text.tsx'
import { formats } from '../format.ts'
import { StaffPage } from '../layout.tsx'
import type { Column } from '../parts/table.tsx'
import { AtTheDoor, Promises } from './story-parts.tsx'

type Props = {
  frame: Frame
  code: string
  held: readonly Held[]
  story: Omit<ParcelStory, 'promises'> & Parameters<typeof Promises>[0]
}

/** Why one parcel is late: what was promised, who had it for how long, what excused it. */
export function ParcelTimePage({ frame, code, held, story }: Props) {
  const total = held.reduce((sum, { minutes }) => sum + minutes, 0)
  return (
    <StaffPage frame={frame} title="Một bưu gửi" caption="Giám sát" styles={['work.css']}>
      <p class="govuk-body-l">
        <ItemCodeText code={code} />, {span(total * 60_000)} tất cả.
      </p>
      <p class="govuk-body">
        Trong đó:{' '}
        {story.references.map((reference, i) => (
          <>
            {i > 0 && ', '}
            <a class="govuk-link bt-code" href={`/staff/dossiers/${reference}`}>
              {reference}
            </a>
          </>
        ))}
        {story.references.length === 0 && 'chưa có hồ sơ'}.
      </p>
      <Promises promises={story.promises} />
      <Section id="time" title="Thời gian đã đi đâu">
        <RowTable caption="Từ đầu đến cuối" columns={columnsFor(total)} rows={held} none="Chưa có gì." />
      </Section>
      <AtTheDoor pauses={story.pauses} calls={story.calls} />
      <p class="govuk-body">
        <a class="govuk-link" href="/staff/control">
          Về trang giám sát
        </a>
      </p>
    </StaffPage>
  )
}

const columnsFor = (total: number): Column<Held>[] => [
  {
    head: 'Ai giữ',
    cell: ({ kind, unit, person, step }) => (
      <>
        {holderWords({ holder_kind: kind, holder_unit: unit, holder_person: person })}
        <br />
        <span class="bt-small">{step && isStep(step) ? ruleOf(step).label : 'Từ đầu'}</span>
      </>
    ),
  },
  { head: 'Từ', cell: ({ since }) => formats.vi.moment(since) },
  { head: 'Đến', cell: ({ until }) => (until ? formats.vi.moment(until) : 'nay') },
  { head: 'Bao lâu', cell: ({ minutes }) => span(minutes * 60_000), isNumeric: true },
  { head: 'Phần', cell: ({ minutes }) => (total ? `${Math.round((100 * minutes) / total)} %` : ''), isNumeric: true },
]
