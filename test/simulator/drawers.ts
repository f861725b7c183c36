import { ask } from './tell.ts'
import { begin, thing, type World } from './world.ts'

/** A pad of blank sets for the drawer, before there is need. */
export async function fillDrawer(world: World, office: string, count: number): Promise<void> {
  const clerk = world.crew.clerk(office)
  await ask(world, clerk, '/blank-sets', { count })
  const codes: string[] = await world.all
    .db('blank_sets')
    .join('parcels', 'parcels.id', 'blank_sets.parcel_id')
    .where({ unit_id: office, typed_in_at: null })
    .orderBy('code')
    .pluck('code')
  const fresh = codes.filter(code => !world.printed.has(code))
  const sets = fresh.map(code => thing({ code, purpose: 'filing', holder: 'applicant', desk: '', office: '' }))
  for (const set of sets) {
    begin(world, set)
    world.printed.add(set.code)
  }
  world.blanks.set(office, [...(world.blanks.get(office) ?? []), ...sets])
}
