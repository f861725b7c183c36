import type { Knex } from 'knex'
import type { Doing } from '../custody/doing.ts'
import { conflict, invalid } from '../kit/errors.ts'
import { type IsoDate, localDate } from '../kit/time.ts'
import { unitById } from '../places/queries.ts'
import { decide } from './decide.ts'
import { nextOfficialCode } from './next-reference.ts'
import { holdOfficialCode, readForeignCode } from './official-code.ts'
import type { DossierRow } from './queries.ts'
import { refuseEndless } from './refuse-endless.ts'

export type Acceptance = {
  due?: IsoDate | undefined
  official_code?: string | undefined
  condition?: string | undefined
}

/**
 * The desk accepts a dossier: form 01 is born, the statutory clock starts (domain: two clocks). The official code is
 * typed, or issued where the desk is the register. Throws conflict while the parcel was not scanned in at the desk.
 */
export async function acceptDossier(db: Knex, reference: string, acceptance: Acceptance, doing: Doing): Promise<void> {
  if (acceptance.due && acceptance.due < localDate(doing.now))
    throw invalid([{ pointer: '/due', detail: 'Ngày hẹn trả không thể ở quá khứ.' }])
  await decide(db, reference, { decision: 'acceptance' }, doing, async (trx, dossier) => {
    await refuseAbsent(trx, dossier)
    refuseEndless(acceptance, dossier.working_days)
    return {
      status: 'accepted',
      accepted_at: doing.now,
      accepted_by: doing.by.id,
      due_typed: acceptance.due ?? null,
      condition: acceptance.condition ?? null,
      official_code: await officialCode(trx, dossier, acceptance, doing),
    }
  })
}

/** What the officer has not in hand is neither accepted nor ended: the scan comes first. What was filed in person lies there. */
export async function refuseAbsent(trx: Knex, { id, desk_id, service }: DossierRow) {
  if (service === 'return') return
  const here = await trx('parcel_contents')
    .join('parcel_presents', 'parcel_presents.parcel_id', 'parcel_contents.parcel_id')
    .where({ dossier_id: id, holder_kind: 'police_unit', holder_unit: desk_id })
    .first('parcel_contents.parcel_id')
  if (!here) throw conflict('not_at_desk', 'Hồ sơ chưa được quét nhận tại đơn vị. Xin quét mã bưu gửi trước.')
}

async function officialCode(trx: Knex, dossier: DossierRow, { official_code }: Acceptance, { now }: Doing) {
  if (official_code && official_code.trim().toUpperCase() !== dossier.official_code)
    return holdOfficialCode(trx, await readForeignCode(trx, official_code))
  if (dossier.official_code) return dossier.official_code
  const desk = await unitById(trx, dossier.desk_id)
  return desk.is_register ? nextOfficialCode(trx, desk, now) : null
}
