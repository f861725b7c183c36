import { groupBy } from '../../src/kit/group-by.ts'
import { dayWritten } from './days.ts'
import type { Still } from './excuses.ts'
import { type ExpectedClock, type Hours, type State, timed } from './expected-clocks.ts'
import type { Course } from './known.ts'
import type { Decided, Entry, WorldLog } from './log.ts'
import { afterWork, closing, endOfWorkingDay, movedBy, type OfficeHours } from './office-hours.ts'

type Decision = Decided & { at: number }
type Taken = Extract<Entry, { what: 'taken in' }>

/** The statutory clock of each dossier, how long its announced result lies with the police, and how long its fee is owed back. */
export function dossierClocks(
  log: WorldLog,
  courses: ReadonlyMap<string, Course>,
  { agency, counter }: Hours,
): ExpectedClock[] {
  const decided = groupBy(log.of('decided'), ({ dossier }) => dossier)
  const envelopes = groupBy(
    [...courses.values()].filter(({ purpose }) => purpose === 'result'),
    ({ dossiers }) => dossiers[0] ?? '',
  )
  return log.of('taken in').flatMap(taken => {
    const { dossier: subject, desk: unit } = taken
    const decisions = decided.get(subject) ?? []
    const clock = { subject, unit, isBinding: true }
    return [
      {
        ...{ ...clock, clock: 'processing', reading: 'Thời hạn giải quyết theo quy định' },
        states: processing(decisions, taken, agency),
      },
      {
        ...{ ...clock, clock: 'hand_back', reading: 'Bốn giờ làm việc giao kết quả cho bưu điện' },
        states: handBack(decisions, taken, { envelope: envelopes.get(subject)?.[0], agency }),
      },
      {
        ...{ ...clock, unit: taken.office, clock: 'refund', reading: 'Năm ngày làm việc hoàn tiền' },
        states: refund(decisions, taken, counter),
      },
    ]
  })
}

/** From the acceptance to the result; it stands still while a supplement is awaited, and is due as much later unless a day was named. */
function processing(decisions: readonly Decision[], { working_days }: Taken, agency: OfficeHours): State[] {
  const states: State[] = []
  const stills: Still[] = []
  let start: number | null = null
  let named: string | null = null
  for (const { at, decision, due } of decisions) {
    if (decision === 'accepted') start = at
    named = due ?? named
    if (decision === 'waits') stills.push({ from: at, until: null, by: '' })
    if (decision === 'goes on') Object.assign(stills.at(-1) ?? {}, { until: at })
    if (start === null) continue
    const wall = named ? closing(agency, dayWritten(named)) : endOfWorkingDay(agency, start, working_days ?? 0)
    const stop = decision === 'announced' || decision === 'refused' ? at : null
    const since = start
    const counted = stills.filter(({ until }) => until === null || until > since).map(still => ({ ...still }))
    states.push({ at, runs: timed({ start, wall, stop, stills: counted, moves: named ? null : movedBy(agency) }) })
  }
  return states
}

type Announced = { envelope: Course | undefined; agency: OfficeHours }

/** Four working hours from the announcement until the envelope has left the desk, where the post shall bring it. */
function handBack(decisions: readonly Decision[], { isReturned }: Taken, { envelope, agency }: Announced): State[] {
  const start = decisions.find(({ decision }) => decision === 'announced')?.at
  if (start === undefined || !isReturned) return []
  const runs = (stop: number | null) => timed({ start, wall: afterWork(agency, start, 240), stop })
  const moments = envelope?.moments ?? []
  const states = moments.map(({ at, facts }) => ({ at, runs: runs(facts[0]?.happened ?? null) }))
  return [{ at: start, runs: runs(null) }, ...states]
}

/** Five days of the counter from a refusal before anybody accepted it. Nobody comes for the money in this world. */
function refund(decisions: readonly Decision[], { feePaid }: Taken, counter: OfficeHours): State[] {
  const [first] = decisions
  if (first?.decision !== 'refused' || !feePaid) return []
  const { at: start } = first
  return [{ at: start, runs: timed({ start, wall: endOfWorkingDay(counter, start, 5), stop: null }) }]
}
