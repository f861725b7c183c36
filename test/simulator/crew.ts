import pLimit from 'p-limit'
import type { Role } from '../../src/people/roles.ts'
import type { Person, Service } from '../support/scenario.ts'
import type { Act } from './agenda.ts'
import { hubs, type Province } from './province.ts'

/** Somebody of the post or the police, by a name that is the same in each run. */
export type Worker = {
  name: string
  role: Role
  unit: string
  signedIn: Person
  /** Until when their phone has no network, and what it keeps until then. */
  offlineUntil: number
  outbox: Act[]
  /** Until when they are not at work. */
  awayUntil: number
}

/** Everybody the province needs: made once. */
export type Crew = {
  clerk(office: string): Worker
  officer(desk: string): Worker
  driver(from: string, to: string): Worker
  couriers(office: string): readonly Worker[]
  supervisor: Worker
  all: readonly Worker[]
}

type Post = Pick<Worker, 'name' | 'role' | 'unit'>

export async function makeCrew(all: Service, province: Province): Promise<Crew> {
  const limit = pLimit(8)
  const hire = async (post: Post): Promise<Worker> => {
    const signedIn = await all.person(post.role, post.unit)
    await all.db('people').where({ id: signedIn.id }).update({ name: post.name })
    return { ...post, signedIn, offlineUntil: 0, outbox: [], awayUntil: 0 }
  }
  const workers = await Promise.all(postsOf(province).map(post => limit(() => hire(post))))
  const named = new Map(workers.map(worker => [worker.name, worker]))
  const find = (name: string): Worker => {
    const worker = named.get(name)
    if (!worker) throw new Error(`nobody is ${name}`)
    return worker
  }
  return {
    clerk: office => find(`clerk ${office}`),
    officer: desk => find(`officer ${desk}`),
    driver: (from, to) => named.get(`driver ${from}-${to}`) ?? find(`driver ${to}-${from}`),
    couriers: office => workers.filter(({ role, unit }) => role === 'courier' && unit === office),
    supervisor: find('supervisor'),
    all: workers,
  }
}

/** One clerk an office, three couriers where there is much to do, a driver for each way, an officer a desk. */
function postsOf(province: Province): Post[] {
  const offices = province.offices.flatMap(({ id, kind }): Post[] => {
    const couriers = Array.from({ length: kind === 'local' ? 1 : 3 }, (_, i) => `courier ${id}-${i + 1}`)
    const hub = kind === 'province' ? [] : [hubs(province, id)]
    return [
      { name: `clerk ${id}`, role: 'clerk', unit: id },
      ...couriers.map((name): Post => ({ name, role: 'courier', unit: id })),
      ...hub.map((unit): Post => ({ name: `driver ${unit}-${id}`, role: 'driver', unit })),
    ]
  })
  const officers = province.desks.map(({ id }): Post => ({ name: `officer ${id}`, role: 'officer', unit: id }))
  return [{ name: 'supervisor', role: 'supervisor', unit: '640000' }, ...offices, ...officers]
}
