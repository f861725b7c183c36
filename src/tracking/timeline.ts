import { attemptMeasures, attemptReasons } from '../custody/reasons.ts'
import { isStep, ruleOf } from '../custody/steps.ts'
import { type Decision, decisions } from '../dossiers/status.ts'
import { type IsoDate, shortDate } from '../kit/time.ts'
import type { Tracked } from './tracked.ts'

/** `step` is what custody calls it; null for what was decided about the paper. */
export type Moment = { at: Date; step: string | null; text: string; detail: string | null }

/** What happened, for the person it belongs to: places and decisions, no names of staff. Oldest first. */
export function timeline({ facts, decisions }: Pick<Tracked, 'facts' | 'decisions'>, words: Words): Moment[] {
  const moments = [
    ...facts.flatMap(fact => custodyMoment(fact, words)),
    ...decisions.flatMap(decision => paperMoment(decision, words)),
  ]
  return moments.sort((a, b) => a.at.getTime() - b.at.getTime())
}

/** What dossier events a citizen reads: those of the desk. */
const isDecision = (kind: string): kind is Decision => Object.hasOwn(decisions, kind)

/** How a step and a decision are said in one language. */
export type Words = {
  step: (step: string, unit: string | null) => string | null
  attempt: (reason: string, measure: string) => string
  notice: (number: number) => string
  heldUntil: (day: IsoDate) => string
  decision: (kind: Decision) => string
}

type Fact = Tracked['facts'][number]

function custodyMoment({ at, step, unit, detail }: Fact, words: Words): Moment[] {
  const text = words.step(step, unit)
  if (!text) return []
  return [{ at, step, text, detail: detailOf(step, detail, words) }]
}

/** Why it was not delivered, which notice to bring, until when the post keeps it. */
function detailOf(step: string, detail: Fact['detail'], words: Words): string | null {
  if (step === 'attempt') return words.attempt(String(detail.reason), String(detail.measure))
  if (step === 'invite') return words.notice(Number(detail.number))
  return step === 'hold' ? words.heldUntil(String(detail.until)) : null
}

function paperMoment({ kind, at }: { kind: string; at: Date }, words: Words): Moment[] {
  return isDecision(kind) ? [{ at, step: null, text: words.decision(kind), detail: null }] : []
}

const decided: Record<Decision, string> = {
  acceptance: 'Công an đã kiểm tra và tiếp nhận hồ sơ',
  supplement_request: 'Công an đề nghị bổ sung hồ sơ',
  supplement: 'Đã nhận giấy tờ bổ sung',
  refusal: 'Công an chưa tiếp nhận được hồ sơ',
  extension: 'Công an hẹn lại ngày trả kết quả',
  stop: 'Hồ sơ dừng giải quyết',
  withdrawal: 'Hồ sơ đã được rút',
  result: 'Đã có kết quả',
}

export const vietnamese: Words = {
  step: (step, unit) => (isStep(step) ? (ruleOf(step).citizen?.replace('‹unit›', unit ?? '') ?? null) : null),
  attempt: (reason, measure) =>
    [said(attemptReasons, reason), said(attemptMeasures, measure)].filter(Boolean).join('; '),
  notice: number => `giấy mời lần ${number}`,
  heldUntil: day => `giữ đến hết ngày ${shortDate(day)}`,
  decision: kind => decided[kind],
}

const said = (words: Record<string, string>, key: string) => words[key] ?? ''
