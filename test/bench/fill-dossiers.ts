// Fills a database with dossiers: copies of one that was really taken in, decided and carried, made in bulk.
import { addMs, day } from '../../src/kit/time.ts'
import { connect } from '../../src/platform/db.ts'
import { atKrongNo, onItsWayHome, scanned } from '../support/at-krong-no.ts'
import { testClock } from '../support/clock.ts'
import { grantRanges, houseOn, open } from '../support/scenario.ts'
import type { World } from './world.ts'

/** A result of which ten facts are known, still on its way home. Answers the id of its dossier. */
export async function oneDossier(world: World): Promise<string> {
  const { db, url, close } = world
  const database = { db, owner: db, url, ownerUrl: url, name: 'bench', disconnect: close, close }
  const { all, deafen } = await open(database, houseOn(db, testClock(addMs(new Date(), -day).toISOString())))
  await grantRanges(db, all.clock())
  const staff = await atKrongNo(all)
  const { reference, home } = await onItsWayHome(all, staff)
  for (let tries = 0; tries < 2; tries++) {
    await scanned(all, staff.courier, 'load', home)
    await scanned(all, staff.courier, 'attempt', home, { reason: 'nobody_home', measure: 'again' })
    await scanned(all, staff.clerk, 'arrive', home)
  }
  await deafen()
  const [id] = await db('dossiers').where({ reference }).pluck('id')
  return String(id)
}

/** The members of a copy that differ: an id follows from the original's, what must be unique from the copy's number. */
const anew = (id: string) => `'${id}', md5(cast(${id} as text) || n)`
const hashed = (column: string) =>
  `'${column}', '\\x' || encode(sha256(convert_to(encode(${column}, 'hex') || n, 'UTF8')), 'hex')`
const ofDossier = 'dossier_id = :dossier'
const parcelsOf = 'in (select parcel_id from parcel_contents where dossier_id = :dossier)'
const ofParcel = `parcel_id ${parcelsOf}`
const copied: Record<string, { where: string; changes: string[] }> = {
  dossiers: {
    where: 'id = :dossier',
    changes: [anew('id'), `'reference', 'BT' || lpad(cast(n as text), 16, '0'), 'official_code', null`],
  },
  parties: { where: ofDossier, changes: [anew('dossier_id')] },
  dossier_documents: { where: ofDossier, changes: [anew('dossier_id')] },
  dossier_events: { where: ofDossier, changes: [anew('id'), anew('dossier_id')] },
  lookup_codes: { where: ofDossier, changes: [anew('id'), anew('dossier_id'), hashed('code_index')] },
  parcels: {
    where: `id ${parcelsOf}`,
    changes: [
      anew('id'),
      `'code', case purpose when 'filing' then 'QD' else 'QE' end || lpad(cast(n as text), 9, '0') || 'VN'`,
    ],
  },
  parcel_contents: { where: ofDossier, changes: [anew('parcel_id'), anew('dossier_id')] },
  custody_events: { where: ofParcel, changes: [anew('id'), anew('parcel_id'), hashed('hash'), hashed('prev_hash')] },
  event_standings: { where: ofParcel, changes: [anew('event_id'), anew('parcel_id')] },
  parcel_presents: { where: ofParcel, changes: [anew('parcel_id'), anew('last_event')] },
  clocks: { where: `${ofDossier} or ${ofParcel}`, changes: [anew('id'), anew('dossier_id'), anew('parcel_id')] },
}

/** Adds copies of a dossier with all that is known of it, numbered from `first` to before `past`. */
export async function copyDossier(world: World, dossier: string, first: number, past: number): Promise<void> {
  const admin = connect(Object.assign(new URL(world.adminUrl), { pathname: new URL(world.url).pathname }).href, {
    max: 1,
    name: 'bench',
  })
  // Whole rows that fit: nothing is gained by asking each of them for its foreign keys.
  await admin.raw('set session_replication_role = replica; set statement_timeout = 0')
  for (const [table, { where, changes }] of Object.entries(copied))
    await admin.raw(
      `insert into ${table} select copy.* from (select * from ${table} where ${where}) as original
       cross join generate_series(cast(:first as int), cast(:last as int)) as n
       cross join lateral jsonb_populate_record(null::${table}, to_jsonb(original) || jsonb_build_object(${changes.join(', ')})) as copy`,
      { dossier, first, last: past - 1 },
    )
  await admin.raw('vacuum analyze')
  await admin.destroy()
}
