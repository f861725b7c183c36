import type { ScanLine } from '../../src/custody/scan-lines.ts'
import { ItemCodeText } from './item-code-text.tsx'
import { Shape } from './shape.tsx'
import { nextAction, verdictWords } from './verdict-words.ts'

const worstFirst = ['refused', 'for_review', 'already_recorded', 'recorded_late', 'recorded'] as const

/** What became of the scans just sent: how many of each on top, then one by one, in the order they were scanned. */
export function Verdicts({ sent }: { sent: readonly ScanLine[] }) {
  const worst = worstFirst.find(verdict => sent.some(line => line.verdict === verdict))
  if (!worst) return null
  const { look, sound } = verdictWords[worst]
  return (
    <section class={`bt-verdicts bt-verdicts--${look}`} data-sound={sound} aria-labelledby="verdicts">
      <h2 class="govuk-heading-m" id="verdicts">
        {summaryOf(sent)}
      </h2>
      <ul class="bt-verdicts__list">
        {sent.map(line => (
          <VerdictLine line={line} />
        ))}
      </ul>
    </section>
  )
}

const summaryOf = (sent: readonly ScanLine[]) =>
  worstFirst
    .map(verdict => ({ word: verdictWords[verdict].word, n: sent.filter(line => line.verdict === verdict).length }))
    .filter(({ n }) => n)
    .map(({ word, n }) => (sent.length === 1 ? word : `${n} ${word.toLowerCase()}`))
    .join(' · ')

function VerdictLine({ line }: { line: ScanLine }) {
  const { word, look } = verdictWords[line.verdict]
  return (
    <li class={`bt-verdict bt-verdict--${look}`}>
      <Shape look={look} />
      <span class="bt-verdict__code">
        <ItemCodeText code={line.code} />
      </span>
      <span>
        <strong>{word}.</strong> {nextAction(line)}
      </span>
    </li>
  )
}
