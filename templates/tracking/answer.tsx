import type { Language } from '../../src/kit/language.ts'
import { nationalPhone } from '../../src/kit/phone.ts'
import type { PublicView } from '../../src/tracking/public-view.ts'
import { formats } from '../format.ts'
import { PublicMark } from '../parts/public-mark.tsx'
import { type Said, trackingWords } from '../words/tracking.ts'

type Props = { view: PublicView; language: Language }

/** The first line: what everybody comes to ask. */
export const headline = (view: PublicView, language: Language): string =>
  trackingWords[language].headline[view.situation](saidOf(view, language))

function saidOf(view: PublicView, language: Language): Said {
  const { date, moment } = formats[language]
  return {
    thing: view.thing,
    desk: view.desk.name,
    office: view.office?.name ?? view.desk.name,
    isFetchedAtDesk: view.return_to === 'desk',
    heldUntil: view.held_until && date(view.held_until),
    returned: view.returned_at && moment(view.returned_at),
    attempt: view.attempt,
  }
}

/** The answer, when to expect what comes next, and whom to call when that is late. */
export function Answer({ view, language }: Props) {
  return (
    <section class={view.is_late ? 'answer-box late' : 'answer-box'}>
      <h1 class="answer">{headline(view, language)}</h1>
      <Expectation view={view} language={language} />
      {whereToGo(view) && <WhereToGo view={view} />}
      {(view.is_late || troubled.includes(view.situation)) && <WhomToCall view={view} language={language} />}
    </section>
  )
}

const troubled: readonly PublicView['situation'][] = ['not_delivered_yet', 'back_at_police', 'going_back', 'lost']

function Expectation({ view, language }: Props) {
  const { expected, late, dueOn, dueOnMissed } = trackingWords[language]
  const { date, promise } = formats[language]
  if (view.promised_by) return <p>{(view.is_late ? late : expected)(promise(view.promised_by))}</p>
  if (view.situation !== 'in_process' || !view.due_on) return null
  return (
    <p>
      {(view.is_late ? dueOnMissed : dueOn)(date(view.due_on))}{' '}
      <PublicMark language={language} isShown={view.unverified.includes('due_on')} />
    </p>
  )
}

const whereToGo = ({ situation }: PublicView) => situation === 'ready_to_collect' || situation === 'kept_at_office'

const WhereToGo = ({ view: { office } }: { view: PublicView }) =>
  office?.address ? (
    <p>
      {office.name}, {office.address}
    </p>
  ) : null

/** Whoever has it can say more than a number for everybody: the post on its way home, else the desk's post office. */
function WhomToCall({ view: { office }, language }: Props) {
  if (!office?.phone) return null
  return (
    <p>
      {trackingWords[language].whomToCall(office.name)}{' '}
      <a href={`tel:${office.phone}`}>{nationalPhone(office.phone)}</a>
    </p>
  )
}
