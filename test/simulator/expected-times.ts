import type { Worker } from './crew.ts'
import { hour, minute } from './days.ts'
import type { ExpectedClock } from './expected-clocks.ts'
import type { Course } from './known.ts'
import type { Paused, Spent } from './reported.ts'
import { type Stay, staysOf } from './whereabouts.ts'

export type Held = Stay & { code: string; until: number | null }

/** Who had a thing for how long, by what was told: until the next, until it is where it should be, or until now. */
export function heldOf(course: Course): Held[] {
  const { code, zone, bound, moments } = course
  const stays = staysOf(course, moments.at(-1)?.facts ?? [])
  return stays.map((stay, i) => {
    const isAtDesk = zone === null && stay.holder === `police_unit ${bound}` && stay.step !== null
    const isHome = stay.holder === 'recipient' || stay.holder === 'applicant' || isAtDesk || stay.step === 'take_back'
    return { ...stay, code, until: stays[i + 1]?.since ?? (isHome && stay.step !== null ? stay.since : null) }
  })
}

type Names = { unitName: (id: string) => string }

/** By what the report can add up, and what it calls each. */
export const groupings = (
  names: Names,
): Record<'holder' | 'unit' | 'courier' | 'desk' | 'step', (held: Held) => string | null> => {
  const kind = ({ holder }: Held) => holder.split(' ')[0] ?? ''
  const unit = (held: Held) => names.unitName(held.unit ?? '')
  return {
    holder: kind,
    unit: held => (kind(held) === 'post_office' || kind(held) === 'courier' ? unit(held) : null),
    courier: held => (kind(held) === 'courier' ? held.holder.slice('courier '.length) : null),
    desk: held => (kind(held) === 'police_unit' ? unit(held) : null),
    step: ({ step }) => step ?? 'beginning',
  }
}

/** Hours in all, of how many things, the middle one and what one in ten exceeds. */
export function expectedTimes(held: readonly Held[], name: (held: Held) => string | null, now: number): Spent[] {
  const grouped = new Map<string, Held[]>()
  for (const one of held) {
    const key = name(one)
    if (key !== null) grouped.set(key, [...(grouped.get(key) ?? []), one])
  }
  return [...grouped].map(([name, some]) => {
    const minutes = some.map(({ since, until }) => ((until ?? now) - since) / minute).sort((a, b) => a - b)
    return {
      ...{ name, parcels: new Set(some.map(({ code }) => code)).size },
      hours: minutes.reduce((sum, one) => sum + one, 0) / 60,
      ...{ median_minutes: part(minutes, 0.5), slow_minutes: part(minutes, 0.9) },
    }
  })
}

/** Between the two that are nearest, as far as it lies between them. */
function part(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share
  const [below = 0, above = below] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]]
  return below + (above - below) * (at - Math.floor(at))
}

type Told = { clocks: readonly ExpectedClock[]; courses: readonly Course[]; couriers: readonly Worker[]; now: number }

/** How long promises stood still by the word of each courier, beside how many results they brought. */
export function expectedPauses({ clocks, courses, couriers, now }: Told, { unitName }: Names): Paused[] {
  const stills = clocks
    .filter(({ clock, isBinding }) => clock === 'delivery' && isBinding)
    .flatMap(({ states }) => states.at(-1)?.runs?.stills ?? [])
  const told = courses.flatMap(({ moments }) => moments.at(-1)?.facts ?? [])
  return couriers.flatMap(({ name, unit }) => {
    const mine = stills.filter(({ by, from }) => by === name && from < now)
    const hours = mine.reduce((sum, { from, until }) => sum + Math.min(until ?? now, now) - from, 0) / hour
    const deliveries = told.filter(({ step, by }) => step === 'deliver' && by === name).length
    return mine.length ? [{ name, unit: unitName(unit), pauses: mine.length, hours, deliveries }] : []
  })
}
