import type { Knex } from 'knex'
import { appliedFacts } from '../custody/queries.ts'
import type { Keys } from '../kit/secrets.ts'
import type { Actor } from '../people/actor.ts'
import { may } from '../people/may.ts'
import { standingOf } from '../promises/standing.ts'
import { decisionsOpenTo, parcelOpenTo, refundDeedsOpenTo } from './available.ts'
import { dossierView } from './dossier-view.ts'
import { freshLookupCode } from './lookup-code.ts'
import { unverifiedOfDossier } from './unverified-of.ts'

/** A dossier with all its page shows to this person, and what they can do about it now. Throws notFound to strangers. */
export async function dossierOnScreen(
  db: Knex,
  reference: string,
  { by, now, keys }: { by: Actor; now: Date; keys: Keys },
) {
  const view = await dossierView(db, reference, { by, now })
  const { dossier, parcels } = view
  const ids = parcels.map(({ id }) => id)
  return {
    ...view,
    clocks: view.clocks.map(clock => ({ ...clock, standing: standingOf(clock, now) })),
    unverified: [...dossier.unverified, ...(await unverifiedOf(db, dossier.id))],
    units: await unitNames(db, [dossier.intake_unit, dossier.desk_id, dossier.return_office]),
    facts: await appliedFacts(db, ids),
    decisions: decisionsOpenTo(by, dossier),
    parcelToMake: parcelOpenTo(by, dossier, parcels),
    refundDeeds: refundDeedsOpenTo(by, dossier, view.refund),
    may: {
      print: may(by, 'print'),
      reissue: may(by, 'reissue lookup code'),
      takeIn: may(by, 'take in'),
      watch: may(by, 'watch promises'),
    },
    /** Shown to whoever just issued it; later it stands only on the slip. */
    lookupCode: await freshLookupCode(db, dossier.id, { by: by.id, now, keys }),
  }
}
export type DossierOnScreen = Awaited<ReturnType<typeof dossierOnScreen>>

async function unverifiedOf(db: Knex, id: string): Promise<string[]> {
  const { rows } = await db.raw(`select ${unverifiedOfDossier} as unverified from dossiers where id = ?`, [id])
  return rows[0].unverified
}

async function unitNames(db: Knex, ids: readonly (string | null)[]): Promise<Record<string, string>> {
  const units = await db('units')
    .whereIn(
      'id',
      ids.filter(id => id !== null),
    )
    .select('id', 'name')
  return Object.fromEntries(units.map(({ id, name }) => [id, name]))
}
