import type { Language } from '../../src/kit/language.ts'
import type { PublicView } from '../../src/tracking/public-view.ts'
import { formats } from '../format.ts'
import { PublicMark } from '../parts/public-mark.tsx'
import { trackingWords } from '../words/tracking.ts'

type Props = { view: PublicView; language: Language }

/** What the police still need, from whom, by when. */
export function Supplement({ view: { supplement }, language }: Props) {
  if (!supplement) return null
  const words = trackingWords[language].supplement
  return (
    <section class="todo">
      <h2>{words.title}</h2>
      <p>{words.items}:</p>
      <ul lang="vi">
        {supplement.items.map(item => (
          <li>{item}</li>
        ))}
      </ul>
      <p>
        {words.reason}: <span lang="vi">{supplement.reason}</span>
      </p>
      <p>
        <strong>{words.until(formats[language].date(supplement.until))}</strong> {words.how}
      </p>
    </section>
  )
}

export function Bring({ view: { bring }, language }: Props) {
  if (!bring) return null
  const words = trackingWords[language].bring
  return (
    <section class="todo">
      <h2>{words.title}</h2>
      <ul>
        {words.lines[bring].map(line => (
          <li>{line}</li>
        ))}
      </ul>
      <p>{words.lostSlip}</p>
    </section>
  )
}

export function Pay({ view: { pay, unverified }, language }: Props) {
  if (!pay) return null
  const words = trackingWords[language].pay
  const postage = pay.postage === null ? words.postageUnknown : words.postage(formats[language].money(pay.postage))
  return (
    <section class="todo">
      <h2>{words.title}</h2>
      {pay.postage_due && (
        <p>
          {postage} <PublicMark language={language} isShown={unverified.includes('postage')} />
        </p>
      )}
      {pay.state_due && <p>{words.stateUnknown}</p>}
      {!pay.postage_due && !pay.state_due && <p>{words.nothing}</p>}
    </section>
  )
}
