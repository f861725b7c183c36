import { addMs, day, localMoment } from '../kit/time.ts'
import { type Running, type Standing, standingOf } from '../promises/standing.ts'
import type { DeskDossier } from './desk-dossiers.ts'
import type { Part } from './desk-parcels.ts'

export type TimedDossier = DeskDossier & { time: { due_at: Date; standing: Standing } | null }
type TimeOf = (dossier: DeskDossier) => Running | null

/** The rows of a part with the time each has left, and how that stands. */
export const timed = ({ rows, total }: Part<DeskDossier>, timeOf: TimeOf, now: Date): Part<TimedDossier> => ({
  rows: rows.map(row => {
    const time = timeOf(row)
    return { ...row, time: time && { due_at: time.due_at, standing: standingOf(time, now) } }
  }),
  total,
})

/** By the statutory clock. */
export const byClock: TimeOf = ({ due_at, at_risk_at, paused_at, paused_until }) =>
  due_at && at_risk_at && { due_at, at_risk_at, paused_at, paused_until }

/** By the day until which papers may come: the whole of it still counts. */
export function byWait({ until }: DeskDossier): Running | null {
  if (!until) return null
  const due_at = addMs(localMoment(until), day)
  return { due_at, at_risk_at: addMs(due_at, -2 * day), paused_at: null, paused_until: null }
}
