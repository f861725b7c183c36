import { dayOf, written } from './days.ts'
import type { Zone } from './log.ts'
import { isWorked } from './office-hours.ts'
import type { World } from './world.ts'

/** Where a result goes when it is there. */
export type Home = { office: string; zone: Zone; isCollected: boolean }

/** The office that brings things to a desk and fetches them. */
export const leadOf = ({ province }: World, desk: string): string =>
  province.desks.find(({ id }) => id === desk)?.lead ?? '640000'

/** A day on which the police work, so many days from today. */
export function dueIn(world: World, days: number): string {
  let date = dayOf(world.now) + days
  while (!isWorked(world.province.agency, date)) date++
  return written(date)
}
