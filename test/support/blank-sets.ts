import { minute } from '../../src/kit/time.ts'
import { type AtKrongNo, atKrongNo } from './at-krong-no.ts'
import { told } from './bagged.ts'
import { papers } from './papers.ts'
import { type Person, type Scenario, scan } from './scenario.ts'

/** Krông Nô with printed sets, by item code. */
export async function printed(all: Scenario, count: number): Promise<AtKrongNo & { batch: string; sets: string[] }> {
  const staff = await atKrongNo(all)
  const { body } = await staff.clerk.post('/blank-sets', { count })
  const sets: string[] = await all
    .db('blank_sets')
    .join('parcels', 'parcels.id', 'blank_sets.parcel_id')
    .orderBy('code')
    .pluck('code')
  all.clock.move(minute)
  return { ...staff, batch: String(body.id), sets }
}

/** The papers of a new identity card, as a clerk types them in. */
export const intake = ({ db }: Scenario, change: Record<string, unknown>) => papers(db, 'identity-district-03', change)

/** A step that stands on paper, typed in by whoever did it; answers its verdict. */
export const written = (all: Scenario, who: Person, step: string, code: string, at: Date, change = {}) =>
  told(all, who, { ...scan(step, code, at), source: 'paper', ...change } as ReturnType<typeof scan>)
