import type { Knex } from 'knex'
import type { Actor } from '../people/actor.ts'
import { visibleUnits } from '../people/may.ts'
import { noteSearch } from '../people/note-search.ts'
import { type DossierFilter, dossierList } from './list.ts'

/** The dossiers of one's units that a list or a search asks for, newest first. A search is audited. */
export async function findDossiers(db: Knex, filter: DossierFilter, { by, now }: { by: Actor; now: Date }) {
  const page = await dossierList(db, filter, visibleUnits(by, 'read dossiers'))
  await noteSearch(db, { among: 'dossiers', words: filter.q ?? '', found: page.items.length }, { by, now })
  return page
}
