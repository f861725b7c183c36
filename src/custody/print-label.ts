import type { Knex } from 'knex'
import type { ParcelsRow } from '../../db/tables.ts'
import type { Label } from '../../templates/documents/label.ts'
import { nationalPhone } from '../kit/phone.ts'
import type { Actor } from '../people/actor.ts'
import { notePrinting } from '../people/note-printing.ts'
import { unitById } from '../places/queries.ts'
import { parcelByCode } from './queries.ts'

/**
 * What a parcel's label says. Inbound: the police unit alone. Outbound: the receiver, so that it reaches the door where no
 * device works. Never procedure, field, identity number or lookup code (domain: labels). Throws notFound to strangers.
 */
export async function labelOf(db: Knex, code: string, { by, now }: { by: Actor; now: Date }): Promise<Label> {
  await parcelByCode(db, code, by)
  const parcel = await labelled(db, code)
  const destination = await unitById(db, parcel.destination_unit)
  const sender = await unitById(db, parcel.created_unit)
  const reprint = await notePrinting(db, { document: 'label', subject: code }, { by, now })
  const common = {
    itemCode: code,
    from: unit(sender),
    weightGrams: parcel.weight_g,
    madeAt: now,
    reprint,
    to: unit(destination),
  }
  if (parcel.destination_kind !== 'recipient')
    return { ...common, kind: 'inbound', to: { ...common.to, address: destination.address ?? '' } }
  const { name, address, phone, amount_to_collect } = parcel
  return {
    ...common,
    kind: 'outbound',
    receiver: { name: name ?? '', address: address ?? '', phone: phone ? nationalPhone(phone) : '' },
    collect: { amount: amount_to_collect, note: '' },
  }
}

type Labelled = Pick<
  ParcelsRow,
  'destination_kind' | 'destination_unit' | 'created_unit' | 'weight_g' | 'amount_to_collect'
> & { name: string | null; address: string | null; phone: string | null }

const labelled = async (db: Knex, code: string): Promise<Labelled> =>
  db('parcels')
    .leftJoin('parcel_addressees', 'parcel_addressees.parcel_id', 'parcels.id')
    .where({ code })
    .first(
      'destination_kind',
      'destination_unit',
      'created_unit',
      'weight_g',
      'amount_to_collect',
      'parcel_addressees.name',
      'parcel_addressees.address',
      'parcel_addressees.phone',
    )

const unit = ({ name, number }: { name: string; number: string }) => ({ name, number })
