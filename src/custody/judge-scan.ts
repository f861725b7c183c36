import { addMs, day } from '../kit/time.ts'
import { checkItemCode } from '../parcels/item-code.ts'
import { assignmentFor } from '../people/actor.ts'
import type { Role } from '../people/roles.ts'
import { addFact } from './add-fact.ts'
import { details } from './details.ts'
import type { Fact } from './fact.ts'
import type { History } from './history.ts'
import { type Known, packingRefusal } from './known.ts'
import { mayNotCorrect } from './may-not-correct.ts'
import type { Refusal, Scan, Verdict } from './scan.ts'
import { isStep, ruleOf } from './steps.ts'

/** A verdict, and the fact it adds if it adds one. */
export type Judged = { verdict: Verdict; fact: Fact | null }

const correctors: readonly Role[] = ['clerk', 'courier', 'driver', 'officer', 'hotline', 'supervisor']

/**
 * Judges one scan against what is known of its parcel, and takes the fact into `history` (its list, standings and
 * present) when it is one, and its place in a bag. Pure but for these. Verdicts: custody, "facts, and the present as a function of them".
 */
export function judgeScan(history: History | undefined, scan: Scan, known: Known): Judged {
  const refusal = refusalOf(history, scan, known)
  if (refusal || !history) return { verdict: refused(scan, refusal ?? 'unknown_code'), fact: null }
  const bag = known.bags.get(String(scan.detail['bag']))
  if (scan.step === 'pack' && bag) bag.parcels++
  const fact = factOf(scan)
  return { verdict: takeIn(history, scan, fact), fact }
}

function refusalOf(history: History | undefined, scan: Scan, { offices, bags, ...known }: Known): Refusal | null {
  if (scan.step === 'correct' ? !scan.corrects : !isStep(scan.step)) return 'unknown_step'
  if (!history) return checkItemCode(scan.code).fault === 'check_digit' ? 'wrong_check_digit' : 'unknown_code'
  const assignment = assignmentOf(scan)
  if (!assignment) return 'role_may_not'
  if (!isSaidRight(scan)) return 'wrong_detail'
  if (scan.step === 'redirect' && !offices.has(String(scan.detail['office']))) return 'unknown_office'
  const impossible = impossibleTime(scan)
  if (impossible) return impossible
  if (scan.step === 'pack') return packingRefusal(bags.get(String(scan.detail['bag'])), assignment.unit)
  return scan.corrects ? mayNotCorrect(history, scan, known) : null
}

/** A clock so wrong that nobody can tell what it means. */
export function impossibleTime(scan: Scan): Refusal | null {
  if (scan.occurred_at > addMs(scan.received_at, 7 * day)) return 'too_far_in_the_future'
  return effectiveAt(scan) < addMs(scan.received_at, -366 * day) ? 'too_long_ago' : null
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
  too_long_ago: 'Giờ của lần quét này đã quá một năm. Xin chỉnh giờ của máy quét rồi quét lại.',
  unknown_office: 'Không có bưu cục này.',
  nothing_to_correct: 'Không có lần quét này.',
  not_yours: 'Chỉ người đã quét, trong ca, hoặc người giám sát mới hủy được lần quét này.',
  moved_on: 'Bưu gửi đã đi tiếp. Xin nhờ người giám sát.',
  signed: 'Hai bên đã ký nhận bưu gửi này trên bảng giao nhận. Xin nhờ người giám sát.',
  unknown_bag: 'Không có túi này ở đơn vị của ông/bà.',
  bag_not_open: 'Túi này đã niêm phong, không cho thêm vào được.',
  bag_sealed: 'Túi đã niêm phong, danh sách trong túi không đổi được nữa. Xin mở túi rồi quét bưu gửi.',
  bag_full: 'Túi này đã đầy. Xin lập túi khác.',
  bag_not_sealed: 'Túi này chưa niêm phong. Xin niêm phong trên máy, rồi quét lại.',
  bag_opened: 'Túi này đã mở. Xin quét từng bưu gửi.',
  not_for_a_bag: 'Thao tác này phải quét từng bưu gửi, không quét mã túi.',
  id_reused: 'Mã số lần quét này đã dùng cho một lần quét khác.',
}

/** The verdict of a scan that adds no fact, with the sentence for whoever scanned. */
export function refused(scan: Scan, reason: Refusal): Verdict {
  const hint = reason === 'wrong_check_digit' ? (checkItemCode(scan.code).hint ?? sentences[reason]) : sentences[reason]
  return { id: scan.id, verdict: 'refused', code: scan.code, reason, message: hint }
}

function factOf(scan: Scan): Fact {
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
    occurred_at: scan.occurred_at,
    effective_at: effectiveAt(scan),
    corrects: scan.corrects,
    detail: {
      ...scan.detail,
      ...(scan.bag && { bag: scan.bag.code }),
      ...(scan.presumed && { presumed: true }),
    },
  }
}

/** The phone's own error is taken out: it sent at `sent_at` by its clock what we received by ours. Never later than then. */
export function effectiveAt({ occurred_at, sent_at, received_at, bag, source }: Timed): Date {
  // A time on paper was read off a wall, not off the phone on which it is typed in.
  const skew = source === 'paper' ? 0 : received_at.getTime() - sent_at.getTime()
  const corrected = occurred_at.getTime() + skew
  // A bag moves as one only with all that is in it, whatever the phone's clock says; its seal may be entered when it is gone.
  const earliest = bag?.packed_at.getTime() ?? corrected
  return new Date(Math.min(received_at.getTime(), Math.max(corrected, earliest)))
}
type Timed = Pick<Scan, 'occurred_at' | 'sent_at' | 'received_at'> & Partial<Pick<Scan, 'bag' | 'source'>>

function takeIn(history: History, scan: Scan, fact: Fact): Verdict {
  const isLate = addFact(history, fact)
  const mine = history.standings.get(fact.id)
  const answer = {
    id: scan.id,
    code: history.code,
    ...(mine?.flags.length ? { flags: mine.flags } : {}),
    parcel: parcelOf(history),
  }
  if (mine?.standing === 'restating')
    return { ...answer, verdict: 'already_recorded', ...restated(history, fact, isLate) }
  if (mine?.standing === 'contradicting') return { ...answer, verdict: 'for_review', reason: 'contradicts' }
  return { ...answer, verdict: isLate ? 'recorded_late' : 'recorded' }
}

/** The fact it says again: the last before it that stands. */
function restated({ present, facts, standings }: History, fact: Fact, isLate: boolean): { first?: string } {
  const before = facts.slice(0, facts.indexOf(fact)).filter(({ id }) => standings.get(id)?.standing === 'applied')
  const first = isLate ? before.findLast(({ step }) => step !== 'correct') : present.last
  return first ? { first: first.id } : {}
}

const parcelOf = ({ code, present }: History) => ({ code, holder: present.holder, step: present.last?.step ?? null })
