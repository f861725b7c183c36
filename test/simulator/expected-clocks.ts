import { dayWritten } from './days.ts'
import type { Entry, Told, WorldLog } from './log.ts'
import { closing, endOfWorkingDay, type OfficeHours, workingDaysIn } from './office-hours.ts'

type Hours = { agency: OfficeHours; counter: OfficeHours }

/** A clock as the system must have known it from `at` on, until its next state. Null: it does not run, and never did. */
export type State = { at: number; runs: { start: number; due: number; stop: number | null; isPaused: boolean } | null }
export type ExpectedClock = {
  subject: string
  clock: string
  reading: string
  isBinding: boolean
  unit: string
  states: State[]
}

/**
 * Every clock there should be, with all its states in the order in which they became known. Worked out from the log alone:
 * by the agreement (48 hours, J+2), and the targets that ship as data (one working day to the police, three for papers).
 */
export function expectedClocks(log: WorldLog, hours: Hours): ExpectedClock[] {
  const known = knownOf(log)
  return [...parcelsOf(log)]
    .flatMap(([code, parcel]) => {
      const told = known.get(code) ?? []
      return 'purpose' in parcel ? parcelClocks({ ...parcel, code }, told, hours) : []
    })
    .concat(dossierClocks(log, hours))
}

type Known = Told & { at: number; knownAt: number }
type Parcel = { code: string; purpose: string; bound: string | null; is_collected: boolean }

function parcelsOf(log: WorldLog): Map<string, Parcel> {
  const parcels = new Map<string, Parcel>(log.of('parcel').map(one => [one.code, { ...one }]))
  for (const { code, bound } of log.of('bound')) Object.assign(parcels.get(code) ?? {}, { bound })
  return parcels
}

/** What was told of each thing, and since when it counts: what contradicted, once what was forgotten had been told. */
function knownOf(log: WorldLog): Map<string, Known[]> {
  const known = new Map<string, Known[]>()
  const waiting = new Map<string, Known[]>()
  for (const entry of log.entries) {
    if (entry.what === 'mended') for (const one of waiting.get(entry.code)?.splice(0) ?? []) one.knownAt = entry.at
    if (entry.what !== 'told') continue
    const one = { ...entry, knownAt: entry.verdict === 'for_review' ? Number.POSITIVE_INFINITY : entry.at }
    if (entry.verdict === 'for_review') push(waiting, entry.code, one)
    if (entry.verdict !== 'only planned') push(known, entry.code, one)
  }
  return known
}

const push = <T>(all: Map<string, T[]>, key: string, one: T) => all.set(key, [...(all.get(key) ?? []), one])

type Span = { start: Known | undefined; stop: Known | undefined; unit: string }
type Kind = {
  clock: string
  reading: string
  isBinding: boolean
  due: (start: number) => number
  span: (some: Known[]) => Span
}

function parcelClocks(parcel: Parcel, told: readonly Known[], hours: Hours): ExpectedClock[] {
  return kindsOf(parcel, hours).flatMap(({ due, span, ...kind }) => {
    const moments = [...new Set(told.map(({ knownAt }) => knownAt))].filter(Number.isFinite).sort((a, b) => a - b)
    const spans = moments.map(at => ({ at, ...span(byTime(told.filter(one => one.knownAt <= at))) }))
    const states = spans.map(({ at, start, stop }): State => {
      const runs = start && {
        start: start.happened,
        due: due(start.happened),
        stop: stop?.happened ?? null,
        isPaused: false,
      }
      return { at, runs: runs ?? null }
    })
    const unit = spans.at(-1)?.unit ?? ''
    return states.some(({ runs }) => runs) ? [{ subject: parcel.code, ...kind, unit, states }] : []
  })
}

const byTime = (some: Known[]) => some.sort((a, b) => a.happened - b.happened)

function kindsOf({ purpose, bound, is_collected }: Parcel, { agency, counter }: Hours): Kind[] {
  const home = bound ?? ''
  const outgoing = { span: (some: Known[]) => outgoingSpan(some, home), isBinding: true }
  const incoming = { clock: 'delivery', span: (some: Known[]) => incomingSpan(some, home, is_collected) }
  switch (purpose) {
    case 'filing':
    case 'supplement':
      return [
        {
          clock: 'lodging',
          reading: 'Một ngày làm việc đến công an',
          ...outgoing,
          due: at => endOfWorkingDay(agency, at, 1),
        },
      ]
    case 'collected_papers':
      return [
        {
          clock: 'papers_back',
          reading: 'Ba ngày làm việc nộp lại giấy tờ thu hồi',
          ...outgoing,
          due: at => endOfWorkingDay(agency, at, 3),
        },
      ]
    default:
      return [
        { ...incoming, reading: '48 giờ liên tục', isBinding: true, due: at => at + 48 * 3_600_000 },
        {
          ...incoming,
          reading: 'J+2 ngày làm việc bưu chính',
          isBinding: false,
          due: at => endOfWorkingDay(counter, at, 2),
        },
      ]
  }
}

/** From the first hand that took it until its desk has it. */
function outgoingSpan(some: readonly Known[], desk: string): Span {
  const start = some.find(({ step }) => step === 'accept' || step === 'collect')
  const stop = some.find(({ step, unit }) => (step === 'lodge' || step === 'take_back') && unit === desk)
  return { start, stop: start && stop, unit: start?.unit ?? desk }
}

const leaving = new Set(['hand_back', 'arrive', 'depart', 'load'])

/** From the moment the post has it until it is delivered, or lies where its receiver fetches it, or is with the police again. */
function incomingSpan(some: readonly Known[], home: string, isCollected: boolean): Span {
  const start = some.find(({ step }) => leaving.has(step))
  const lies = isCollected ? some.find(({ step, unit }) => step === 'arrive' && unit === home) : undefined
  const ends = some.find(({ step }) => step === 'deliver' || step === 'take_back')
  return { start, stop: lies ?? ends, unit: home }
}

/** The statutory clock of each dossier: from the acceptance to the result, longer by each wait for a supplement. */
function dossierClocks(log: WorldLog, { agency }: Hours): ExpectedClock[] {
  const decided = new Map<string, Extract<Entry, { what: 'decided' }>[]>()
  for (const one of log.of('decided')) push(decided, one.dossier, one)
  return log.of('taken in').flatMap(({ dossier, desk, working_days }) => {
    const states = dossierStates(decided.get(dossier) ?? [], working_days, agency)
    return states.length
      ? [
          {
            subject: dossier,
            clock: 'processing',
            reading: 'Thời hạn giải quyết theo quy định',
            isBinding: true,
            unit: desk,
            states,
          },
        ]
      : []
  })
}

function dossierStates(
  decided: Extract<Entry, { what: 'decided' }>[],
  working_days: number | null,
  agency: OfficeHours,
): State[] {
  let start = 0
  let named: string | null = null
  let waited = 0
  let waitsSince: number | null = null
  const states: State[] = []
  for (const { at, decision, due } of decided) {
    if (decision === 'accepted') start = at
    named = due ?? named
    if (decision === 'goes on' && waitsSince !== null) waited += workingDaysIn(agency, waitsSince, at)
    waitsSince = decision === 'waits' ? at : decision === 'goes on' ? null : waitsSince
    if (!start) continue
    const dueAt = named
      ? closing(agency, dayWritten(named))
      : endOfWorkingDay(agency, start, (working_days ?? 0) + waited)
    states.push({
      at,
      runs: { start, due: dueAt, stop: decision === 'ended' ? at : null, isPaused: waitsSince !== null },
    })
  }
  return states
}
