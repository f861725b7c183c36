import { hour, minute } from '../../src/kit/time.ts'
import { type AtKrongNo, atKrongNo, takenIn } from './at-krong-no.ts'
import { krongNo, type Person, type Scenario } from './scenario.ts'

/** Krông Nô with `count` dossiers in its cupboard since the morning, and a supervisor. */
export async function filled(
  all: Scenario,
  count: number,
): Promise<AtKrongNo & { supervisor: Person; codes: string[] }> {
  const staff = await atKrongNo(all)
  const supervisor = await all.person('supervisor', krongNo)
  const codes: string[] = []
  for (let i = 0; i < count; i++) codes.push((await takenIn(all, staff)).parcel.code)
  all.clock.move(8 * hour)
  return { ...staff, supervisor, codes }
}

/** Opens the count of a unit and scans these. Answers its id. */
export async function scanning(who: Person, unit: string, codes: readonly string[]): Promise<string> {
  const { status, body } = await who.post('/stock-counts', { unit, codes })
  if (status !== 201) throw new Error(JSON.stringify(body))
  return body.id
}

/** Closes it a minute later, also one in which nothing was scanned. */
export async function closed({ clock, db }: Scenario, who: Person, id: string) {
  clock.move(minute)
  const is_empty = !(await db('stock_count_codes').where({ count_id: id }).first('code'))
  const { status, body } = await who.post(`/stock-counts/${id}/closing`, { is_empty })
  if (status !== 200) throw new Error(JSON.stringify(body))
  return body
}

/** Both at once. Answers the closed count. */
export const counted = async (all: Scenario, who: Person, unit: string, codes: readonly string[]) =>
  closed(all, who, await scanning(who, unit, codes))

/** What counts ask a supervisor now: kind, parcel and how often running. */
export async function questions(supervisor: Person): Promise<[string, string, number][]> {
  const { items } = (await supervisor.get('/reviews')).body
  return items
    .filter(({ kind }: { kind: string }) => kind.startsWith('stock'))
    .map(({ kind, code, times }: { kind: string; code: string; times: number }) => [kind, code, times])
}
