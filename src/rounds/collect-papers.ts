import type { Knex } from 'knex'
import { beginCustody } from '../custody/begin-custody.ts'
import { conflict } from '../kit/errors.ts'
import { registerParcel } from '../parcels/register-parcel.ts'
import { unitById } from '../places/queries.ts'
import type { Coming } from './coming-parcels.ts'

type Taken = { by: string; unit: string; at: Date }

/**
 * Papers collected back are a parcel of their own in a numbered envelope, bound for the desk that sent the result; whoever has them
 * scans it with their report. Answers its id and code. Throws conflict `several_desks`, and what `registerParcel` does.
 */
export async function collectPapers(
  trx: Knex,
  parcels: readonly Coming[],
  envelope: string | null,
  { by, unit, at }: Taken,
): Promise<{ id: string; code: string }> {
  const desks = [...new Set(parcels.flatMap(({ origin_unit }) => origin_unit ?? []))]
  const [desk] = desks
  if (!desk || desks.length > 1)
    throw conflict('several_desks', 'Các bưu gửi này của nhiều đơn vị công an. Xin báo từng bưu gửi để tách giấy tờ.')
  const { lead_post_office } = await unitById(trx, desk)
  const made = await registerParcel(
    trx,
    {
      purpose: 'collected_papers',
      origin: { kind: 'recipient', unit: null },
      destination: { kind: 'police_unit', unit: desk },
      zone: null,
      from_office: unit,
      to_office: lead_post_office ?? unit,
      hands: null,
      is_collected: false,
      weight_g: null,
      amount_to_collect: null,
      addressee: null,
      item_code: envelope,
    },
    // It is as old as the moment at the door, of which a phone without a network tells later.
    { by, unit, now: at },
  )
  await beginCustody(trx, made.id)
  return made
}
