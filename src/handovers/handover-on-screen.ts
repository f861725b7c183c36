import type { Knex } from 'knex'
import type { Actor } from '../people/actor.ts'
import { type Difference, differencesOfHandover, type Handover, handoverById, parcelsOfHandover } from './queries.ts'
import { actingFor, speaksFor } from './sides.ts'

/** What of the list somebody has in hand: how many were expected, and what does not agree. */
export type Tally = { scanned: number; expected: number; short: string[]; over: string[] }

/** A sheet with all that its page shows, and what this person may do on it. Throws notFound to those on neither side. */
export async function handoverOnScreen(db: Knex, id: string, by: Actor) {
  const handover = await handoverById(db, id, by)
  const [parcels, differences] = await Promise.all([parcelsOfHandover(db, id), differencesOfHandover(db, id)])
  const { giver, taker } = handover
  const isWaiting = handover.state === 'released'
  const [isGiver, isTaker] = [giver, taker].map(side => isWaiting && actingFor(by, side) !== undefined)
  return {
    handover,
    parcels,
    differences: differences.map(one => ({ ...one, isMine: isOwedBy(by, handover, one) })),
    may: {
      accept: isTaker === true,
      lend: isGiver === true && taker.kind === 'police_unit',
      cancel: isWaiting && speaksFor(by, giver) && !parcels.some(({ is_scanned }) => is_scanned),
    },
  }
}
export type HandoverOnScreen = Awaited<ReturnType<typeof handoverOnScreen>>

const isOwedBy = (by: Actor, { giver, taker }: Handover, { giver_closed_at, taker_closed_at }: Difference) =>
  (!giver_closed_at && speaksFor(by, giver)) || (!taker_closed_at && speaksFor(by, taker))

/** What was scanned so far, against the list; what the station has taken counts too. Pure. */
export function tallyOf({ parcels }: Pick<HandoverOnScreen, 'parcels'>, codes: readonly string[]): Tally {
  const here = new Set([...codes, ...parcels.flatMap(({ code, is_scanned }) => (is_scanned ? [code] : []))])
  const listed = parcels.flatMap(({ code, is_listed }) => (is_listed ? [code] : []))
  return {
    scanned: here.size,
    expected: listed.length,
    short: listed.filter(code => !here.has(code)),
    over: [...here].filter(code => !listed.includes(code)),
  }
}
