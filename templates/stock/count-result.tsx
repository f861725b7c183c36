import { longTime } from '../../src/kit/time.ts'
import type { CountOnScreen } from '../../src/stock/count-on-screen.ts'
import { type Outcome, outcomes } from '../../src/stock/options.ts'
import type { RecordLine, StockRecord } from '../../src/stock/record.ts'
import { MissedAgain } from '../control/missed-again.tsx'
import { RowTable } from '../control/row-table.tsx'
import { Section } from '../control/section.tsx'
import { span } from '../control/time-left.tsx'
import { holderWords } from '../custody/holder-words.ts'
import { ItemCodeText } from '../custody/item-code-text.tsx'
import { Shape } from '../custody/shape.tsx'
import type { Look } from '../custody/verdict-words.ts'
import { groupedItemCode } from '../documents/code-groups.ts'
import type { Column } from '../parts/table.tsx'
import { lineWords } from './line-words.ts'

type Over = CountOnScreen['over'][number]
type Props = { record: StockRecord; over: readonly Over[]; now: Date }

/** Big figures first, then which parcels do not agree and what can be done about them. */
export function CountResult({ record, over, now }: Props) {
  const short = record.lines.filter(({ outcome }) => outcome === 'short')
  const moved = record.lines.filter(({ outcome }) => outcome === 'moved')
  return (
    <>
      <Figures record={record} />
      <Section id="short" title="Thiếu" total={short.length}>
        <RowTable
          caption="Theo sổ ở đây, không thấy trong tủ"
          columns={shortColumns(now)}
          rows={[...short].sort((a, b) => b.times - a.times)}
          none="Không thiếu bưu gửi nào."
        />
      </Section>
      <Section id="over" title="Thừa" total={over.length}>
        <RowTable
          caption="Có trong tủ, theo sổ do nơi khác giữ"
          columns={overColumns}
          rows={over}
          none="Không thừa bưu gửi nào."
        />
      </Section>
      {moved.length > 0 && (
        <Section id="moved" title={outcomes.moved} total={moved.length}>
          <ul class="govuk-list">
            {moved.map(({ code }) => (
              <li>
                <ItemCodeText code={code} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

function Figures({ record: { lines } }: { record: StockRecord }) {
  const number = (outcome: Outcome) => lines.filter(line => line.outcome === outcome).length
  const look = (bad: number): Look => (bad ? 'bad' : 'good')
  return (
    <ul class="bt-figures">
      <Figure name={outcomes.matched} number={number('matched')} look="late" />
      <Figure name={outcomes.short} number={number('short')} look={look(number('short'))} />
      <Figure name={outcomes.over} number={number('over')} look={look(number('over'))} />
    </ul>
  )
}

const Figure = ({ name, number, look }: { name: string; number: number; look: Look }) => (
  <li class={`bt-figure bt-figure--${look}`}>
    <span class="bt-figure__number">{number}</span>
    <span class="bt-figure__name">
      <Shape look={look} />
      {name}
    </span>
  </li>
)

const shortColumns = (now: Date): Column<RecordLine>[] => [
  { head: 'Bưu gửi', cell: ({ code }) => <ItemCodeText code={code} /> },
  { head: 'Loại', cell: ({ purpose }) => lineWords[purpose] },
  {
    head: 'Ở đây từ',
    cell: ({ since }) => (
      <>
        {longTime(new Date(since))}
        <br />
        <span class="bt-small">{span(now.getTime() - Date.parse(since))}</span>
      </>
    ),
  },
  { head: 'Mức gấp', cell: ({ times }) => (times > 1 ? <MissedAgain times={times} /> : 'Lần đầu') },
]

const overColumns: Column<Over>[] = [
  { head: 'Bưu gửi', cell: ({ code }) => <ItemCodeText code={code} /> },
  { head: 'Loại', cell: ({ purpose }) => lineWords[purpose] },
  { head: 'Theo sổ', cell: line => (line.is_lost ? 'Đã báo mất' : holderOf(line)) },
  {
    head: 'Làm tiếp',
    cell: ({ step, code }) =>
      step ? (
        <a class="govuk-link" href={`/staff/scan?${new URLSearchParams({ step, codes: code })}`}>
          Quét nhận về đây<span class="govuk-visually-hidden"> {groupedItemCode(code)}</span>
        </a>
      ) : (
        'Báo người giám sát'
      ),
  },
]

const holderOf = ({ holder: { kind, name } }: RecordLine) =>
  holderWords({ holder_kind: kind, holder_unit: name, holder_person: name })
