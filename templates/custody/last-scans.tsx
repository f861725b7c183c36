import type { ScanLine } from '../../src/custody/scan-lines.ts'
import { isStep, ruleOf } from '../../src/custody/steps.ts'
import { clockTime } from '../../src/kit/time.ts'
import { groupedItemCode } from '../documents/code-groups.ts'
import { ItemCodeText } from './item-code-text.tsx'
import { State } from './shape.tsx'
import { verdictWords } from './verdict-words.ts'

/** The last scans of this person, each with the way to take it back while that is still possible. */
export function LastScans({ last }: { last: readonly ScanLine[] }) {
  return (
    <section aria-labelledby="last-scans">
      <h2 class="govuk-heading-m" id="last-scans">
        Mười lần quét gần nhất
      </h2>
      {last.length ? (
        <ol class="bt-lines">
          {last.map(line => (
            <Line line={line} />
          ))}
        </ol>
      ) : (
        <p class="govuk-body">Chưa có lần quét nào.</p>
      )}
    </section>
  )
}

function Line({ line }: { line: ScanLine }) {
  const { word, look } = verdictWords[line.verdict]
  return (
    <li class="bt-line">
      <span class="bt-line__what">
        <ItemCodeText code={line.code} />
        <span class="bt-line__small">
          {isStep(line.step) ? ruleOf(line.step).label : line.step}, {clockTime(line.received_at)}
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

const canUndo = ({ is_corrected, is_last }: ScanLine) => is_last && !is_corrected
