import type { Course, Known } from './known.ts'
import type { Holder } from './log.ts'

/** In whose hands it came by what was told: by which step, when; the first is its beginning. */
export type Stay = { step: string | null; holder: Holder; unit: string | null; since: number }

/** Whose hands a step brings it into, and of which kind a unit is then. Written down once more, apart from the product's table. */
const takers: Record<string, 'post_office' | 'police_unit' | 'self' | 'recipient'> = {
  ...{ accept: 'post_office', arrive: 'post_office', lodge: 'police_unit', take_back: 'police_unit' },
  ...{ collect: 'self', depart: 'self', load: 'self', take_over: 'self', hand_back: 'self', deliver: 'recipient' },
}

/** Every stay by these facts, in order. */
export function staysOf({ holder, began }: Pick<Course, 'holder' | 'began'>, facts: readonly Known[]): Stay[] {
  const since = Math.min(began, facts[0]?.happened ?? began)
  const origin = /^p/.test(holder) ? (holder.split(' ')[1] ?? null) : null
  return [{ step: null, holder, unit: origin, since }, ...facts.flatMap(stayAfter)]
}

function stayAfter({ step, unit, by, happened: since }: Known): Stay[] {
  const taker = takers[step]
  if (!taker) return []
  if (taker === 'recipient') return [{ step, holder: taker, unit: null, since }]
  return [{ step, holder: taker === 'self' ? `courier ${by}` : `${taker} ${unit}`, unit, since }]
}

/** Where the system must have thought a thing to be, from `at` on until `until`. */
export type Whereabouts = {
  at: number
  until: number
  holder: Holder
  since: number
  last: number
  step: string | null
}

export function whereaboutsOf(course: Course): Whereabouts[] {
  const { began, moments } = course
  return [{ at: began, facts: [] as readonly Known[] }, ...moments].map(({ at, facts }, i) => {
    const stay = staysOf(course, facts).at(-1)
    const since = facts.length ? (stay?.since ?? at) : began
    const last = Math.max(since, facts.at(-1)?.happened ?? since)
    return {
      at,
      until: moments[i]?.at ?? Number.POSITIVE_INFINITY,
      holder: stay?.holder ?? '',
      since,
      last,
      step: stay?.step ?? null,
    }
  })
}
