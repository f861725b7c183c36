import type { Knex } from 'knex'
import { nationalPhone } from '../kit/phone.ts'
import { outOfProvince } from '../places/options.ts'
import type { Typed } from './intake-form.ts'
import { parcelsOf, receiverOf } from './parts.ts'
import { type Reading, readDossier } from './read-dossier.ts'

/**
 * What the next dossier of the same family has in common with this one: the envelope it travels in, the address, and who
 * gets the results, so that they can come home in one envelope too. Throws notFound to strangers.
 */
export async function nextOfFamily(db: Knex, reference: string, reading: Reading): Promise<Typed> {
  const dossier = await readDossier(db, reference, reading)
  const parcel = (await parcelsOf(db, dossier.id)).find(({ purpose }) => purpose === 'filing')
  const receiver = await receiverOf(db, dossier.id)
  return {
    parcel_code: parcel?.code ?? '',
    ...(await addressOf(db, dossier.id, 'applicant')),
    'applicant.phone': receiver.phone ? nationalPhone(receiver.phone) : '',
    'receiver.name': receiver.name,
    ...(await addressOf(db, dossier.id, 'receiver')),
    service: dossier.service,
    return_to: dossier.return_to,
  }
}

async function addressOf(db: Knex, dossierId: string, part: 'applicant' | 'receiver'): Promise<Typed> {
  const home = await db('parties')
    .leftJoin('admin_units', 'admin_units.id', 'parties.admin_unit_id')
    .where({ dossier_id: dossierId, part })
    .whereNotNull('address_line')
    .first('parties.address_line', 'admin_units.code')
  if (!home) return {}
  return {
    [`${part}.address.line`]: home.address_line ?? '',
    [`${part}.address.unit_code`]: home.code ?? outOfProvince,
  }
}
