import { longTime } from '../../src/kit/time.ts'
import type { InHands } from '../../src/promises/control-queries.ts'
import type { Standing, StandingCounts } from '../../src/promises/standing.ts'
import { holderWords } from '../custody/holder-words.ts'
import { Shape } from '../custody/shape.tsx'
import type { Column } from '../parts/table.tsx'
import { RowTable } from './row-table.tsx'
import { Section } from './section.tsx'
import { standingWords } from './time-left.tsx'

type Props = { standing: StandingCounts; hands: readonly InHands[]; at: Date }

const order = Object.keys(standingWords) as Standing[]

/** How the promises stand now, and in whose hands they are. */
export function Answer({ standing, hands, at }: Props) {
  return (
    <>
      <p class="govuk-body">Lúc {longTime(at)}, trong các kết quả đang trên đường:</p>
      <ul class="bt-figures">
        {order
          .filter(name => name !== 'paused' || standing.paused)
          .map(name => (
            <li
              class={`bt-figure bt-figure--${standing[name] || name === 'on_time' ? standingWords[name].look : 'again'}`}
            >
              <span class="bt-figure__number">{standing[name]}</span>
              <span class="bt-figure__name">
                <Shape look={standingWords[name].look} />
                {standingWords[name].word}
              </span>
            </li>
          ))}
      </ul>
      <Section id="hands" title="Đang ở trong tay ai">
        <RowTable
          caption="Nhiều trễ nhất trước"
          columns={columns}
          rows={hands}
          none="Không có kết quả nào đang trên đường."
        />
      </Section>
    </>
  )
}

const columns: Column<InHands>[] = [
  { head: 'Nơi giữ', cell: row => whose(row) },
  { head: 'Trễ', cell: ({ late }) => count(late), isNumeric: true },
  { head: 'Sắp trễ', cell: ({ at_risk }) => count(at_risk), isNumeric: true },
  { head: 'Đúng hạn', cell: ({ on_time }) => count(on_time), isNumeric: true },
]

const whose = (row: InHands) =>
  row.holder_kind === 'courier' && row.holder_unit ? `Bưu tá của ${row.holder_unit}` : holderWords(row)

const count = (n: number) => (n ? <strong>{n}</strong> : n)
