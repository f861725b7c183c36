import { isDeepStrictEqual } from 'node:util'
import { addMs, day } from '../kit/time.ts'
import { checkItemCode } from '../parcels/item-code.ts'
import { assignmentFor } from '../people/actor.ts'
import type { Role } from '../people/roles.ts'
import { takerOf } from './after-step.ts'
import { details } from './details.ts'
import type { Fact, Present, Standing } from './fact.ts'
import { fold, inOrder } from './fold.ts'
import type { History } from './history.ts'
import type { Refusal, Scan, Verdict } from './scan.ts'
import { isStep, ruleOf } from './steps.ts'

/** A verdict, and the fact it adds if it adds one. */
export type Judged = { verdict: Verdict; fact: Fact | null }

/** What a judgement needs beside the history: the time, and which post offices there are. */
export type Known = { now: Date; offices: ReadonlySet<string> }

const correctors: readonly Role[] = ['clerk', 'courier', 'driver', 'officer', 'supervisor']

/**
 * Judges one scan against what is known of its parcel, and takes the fact into `history` (its list, standings and
 * present) when it is one. Pure but for `history`. Verdicts: custody, "facts, and the present as a function of them".
 */
export function judgeScan(history: History | undefined, scan: Scan, { now, offices }: Known): Judged {
  const refusal = refusalOf(history, scan, { now, offices })
  if (refusal || !history) return { verdict: refused(scan, refusal ?? 'unknown_code'), fact: null }
  const fact = factOf(scan, now)
  if (restates(history.present, fact)) return { verdict: alreadyRecorded(history, scan), fact: null }
  return { verdict: addFact(history, scan, fact), fact }
}

function refusalOf(history: History | undefined, scan: Scan, { now, offices }: Known): Refusal | null {
  if (scan.step !== 'correct' && !isStep(scan.step)) return 'unknown_step'
  if (!history) return checkItemCode(scan.code).fault === 'check_digit' ? 'wrong_check_digit' : 'unknown_code'
  if (!assignmentOf(scan)) return 'role_may_not'
  if (!isSaidRight(scan)) return 'wrong_detail'
  if (scan.step === 'redirect' && !offices.has(String(scan.detail['office']))) return 'unknown_office'
  return scan.occurred_at > addMs(now, 7 * day) ? 'too_far_in_the_future' : null
}

const isSaidRight = (scan: Scan) => details[isStep(scan.step) ? scan.step : 'correct'].safeParse(scan.detail).success

const assignmentOf = (scan: Scan) =>
  assignmentFor(scan.by, isStep(scan.step) ? ruleOf(scan.step).roles : correctors, scan.unit)

const sentences: Record<Refusal, string> = {
  unknown_code: 'Không có bưu gửi nào mang mã này.',
  wrong_check_digit: 'Mã bưu gửi sai chữ số kiểm tra.',
  unknown_step: 'Không có thao tác này.',
  role_may_not: 'Tài khoản này không được làm thao tác này ở đơn vị này.',
  wrong_detail: 'Chi tiết của thao tác này còn thiếu hoặc chưa đúng.',
  too_far_in_the_future: 'Giờ của máy quét sai quá 7 ngày về phía trước. Xin chỉnh giờ rồi quét lại.',
  unknown_office: 'Không có bưu cục này.',
  id_reused: 'Mã số lần quét này đã dùng cho một lần quét khác.',
}

/** The verdict of a scan that adds no fact, with the sentence for whoever scanned. */
export function refused(scan: Scan, reason: Refusal): Verdict {
  const hint = reason === 'wrong_check_digit' ? (checkItemCode(scan.code).hint ?? sentences[reason]) : sentences[reason]
  return { id: scan.id, verdict: 'refused', code: scan.code, reason, message: hint }
}

function factOf(scan: Scan, now: Date): Fact {
  const assignment = assignmentOf(scan)
  if (!assignment) throw new Error('a scan without an assignment is refused before it becomes a fact')
  return {
    id: scan.id,
    step: isStep(scan.step) ? scan.step : 'correct',
    person: scan.by.id,
    role: assignment.role,
    unit: assignment.unit,
    unit_kind: assignment.unit_kind,
    device: scan.device,
    counter: scan.counter,
    effective_at: effectiveAt(scan, now),
    corrects: scan.corrects,
    detail: scan.detail,
  }
}

/** The phone's own error is taken out: it sent at `sent_at` by its clock what we received `now`. Never later than now. */
function effectiveAt(scan: Scan, now: Date) {
  const corrected = scan.occurred_at.getTime() + (now.getTime() - scan.sent_at.getTime())
  return new Date(Math.min(now.getTime(), corrected))
}

/** A new id that says what already holds: same step, same taker, nothing between. */
function restates(present: Present, fact: Fact) {
  if (!present.last || present.last.step !== fact.step || fact.step === 'correct') return false
  if (ruleOf(fact.step).taker === 'keeps' || fact.effective_at < present.last.effective_at) return false
  if (!isDeepStrictEqual(fact.detail, present.last.detail)) return false
  const taker = takerOf(present.holder, fact)
  const isSameTaker =
    taker.kind === present.holder.kind && taker.unit === present.holder.unit && taker.person === present.holder.person
  return isSameTaker && (!present.is_over || present.last.person === fact.person)
}

function alreadyRecorded(history: History, scan: Scan): Verdict {
  const first = history.present.last ? { first: history.present.last.id } : {}
  return { id: scan.id, verdict: 'already_recorded', code: history.code, ...first, parcel: parcelOf(history) }
}

function addFact(history: History, scan: Scan, fact: Fact): Verdict {
  const before = history.standings
  history.facts.push(fact)
  const { present, standings } = fold(history.thing, history.facts)
  history.present = present
  history.standings = standings
  const mine = standings.get(fact.id)
  const answer = {
    id: scan.id,
    code: history.code,
    ...(mine?.flags.length ? { flags: mine.flags } : {}),
    parcel: parcelOf(history),
  }
  if (mine?.standing === 'contradicting') return { ...answer, verdict: 'for_review', reason: 'contradicts' }
  return { ...answer, verdict: isLate(history, fact, before) ? 'recorded_late' : 'recorded' }
}

/** Whatever stood for a later moment makes this a late fact, also where it displaces what stood. */
const isLate = (history: History, fact: Fact, before: ReadonlyMap<string, Standing>) =>
  fact.step !== 'correct' &&
  history.facts.some(
    other =>
      inOrder(other, fact) > 0 && [before, history.standings].some(at => at.get(other.id)?.standing === 'applied'),
  )

const parcelOf = ({ code, present }: History) => ({ code, holder: present.holder, step: present.last?.step ?? null })
