import type { Tally } from '../../src/handovers/handover-on-screen.ts'
import { ItemCodeText } from '../custody/item-code-text.tsx'
import { Shape } from '../custody/shape.tsx'
import type { Look } from '../custody/verdict-words.ts'

/** Big counters, then which parcels do not agree. */
export function TallyFigures({ tally }: { tally: Tally }) {
  const { scanned, expected, short, over } = tally
  const look = (bad: boolean): Look => (bad ? 'bad' : 'good')
  return (
    <section aria-labelledby="tally" role="status">
      <h2 class="govuk-heading-m" id="tally">
        {short.length || over.length ? 'Chưa khớp với bảng giao' : 'Khớp với bảng giao'}
      </h2>
      <ul class="bt-figures">
        <Figure name="Đã quét" number={scanned} look="late" />
        <Figure name="Trên bảng" number={expected} look="late" />
        <Figure name="Thiếu" number={short.length} look={look(short.length > 0)} />
        <Figure name="Thừa" number={over.length} look={look(over.length > 0)} />
      </ul>
      <Codes title="Thiếu" codes={short} />
      <Codes title="Thừa" codes={over} />
    </section>
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

function Codes({ title, codes }: { title: string; codes: readonly string[] }) {
  if (!codes.length) return null
  return (
    <>
      <h3 class="govuk-heading-s">{title}</h3>
      <ul class="govuk-list govuk-list--bullet">
        {codes.map(code => (
          <li>
            <ItemCodeText code={code} />
          </li>
        ))}
      </ul>
    </>
  )
}
