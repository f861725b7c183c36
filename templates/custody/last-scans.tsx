import type { ScanLine } from '../../src/custody/scan-lines.ts'
import { isStep, ruleOf } from '../../src/custody/steps.ts'
import { clockTime, localDate, shortDate } from '../../src/kit/time.ts'
import { groupedItemCode } from '../documents/code-groups.ts'
import { ItemCodeText } from './item-code-text.tsx'
import { State } from './shape.tsx'
import { verdictWords } from './verdict-words.ts'

/** The last scans of this person, each with the way to take it back while that is still possible. */
export function LastScans({ last, now }: { last: readonly ScanLine[]; now: Date }) {
  return (
    <section aria-labelledby="last-scans">
      <h2 class="govuk-heading-m" id="last-scans">
        Mười lần quét gần nhất
      </h2>
      {last.length ? (
        <ol class="bt-lines">
          {last.map(line => (
            <Line line={line} now={now} />
          ))}
        </ol>
      ) : (
        <p class="govuk-body">Chưa có lần quét nào.</p>
      )}
    </section>
  )
}

function Line({ line, now }: { line: ScanLine; now: Date }) {
  const { word, look } = verdictWords[line.verdict]
  return (
    <li class="bt-line">
      <span class="bt-line__what">
        <ItemCodeText code={line.code} />
        <span class="bt-line__small">
          {isStep(line.step) ? ruleOf(line.step).label : line.step}, {when(line.received_at, now)}
        </span>
      </span>
      <span class="bt-line__state">
        {line.is_corrected ? <State look="again">Đã hủy</State> : <State look={look}>{word}</State>}
        {canUndo(line) && (
          <a class="govuk-link" href={`/staff/scan/${line.id}/undo`} data-undo>
            Hủy<span class="govuk-visually-hidden"> lần quét {groupedItemCode(line.code)}</span>
          </a>
        )}
      </span>
    </li>
  )
}

const when = (at: Date, now: Date) =>
  localDate(at) === localDate(now) ? clockTime(at) : `${shortDate(localDate(at))}, ${clockTime(at)}`

const canUndo = ({ is_corrected, is_last }: ScanLine) => is_last && !is_corrected
