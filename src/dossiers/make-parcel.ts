import type { Knex } from 'knex'
import { beginCustody } from '../custody/begin-custody.ts'
import type { Doing } from '../custody/doing.ts'
import { conflict, invalid } from '../kit/errors.ts'
import { type IsoDate, localDate } from '../kit/time.ts'
import { type Purpose, registerParcel } from '../parcels/register-parcel.ts'
import { strictestHands } from '../parcels/strictest-hands.ts'
import { type Actor, assignmentFor } from '../people/actor.ts'
import { visibleUnits } from '../people/may.ts'
import { outOfProvince } from '../places/options.ts'
import { unitById, zoneOf } from '../places/queries.ts'
import { refuseAbsent } from './accept-dossier.ts'
import { oneReceiver } from './one-receiver.ts'
import { type DossierRow, lockedDossier } from './queries.ts'
import type { ParcelRequest } from './schemas.ts'
import type { StoredStatus } from './status.ts'
import { supplementParcel } from './supplement-parcel.ts'

export type WayHome = Extract<Purpose, 'result' | 'refused_papers'>

/** Which paper may travel in which envelope. */
const packable: Record<WayHome, readonly StoredStatus[]> = {
  result: ['result_announced'],
  refused_papers: ['refused', 'stopped', 'withdrawn'],
}

/**
 * Makes the envelope in which results go home, at the desk that has them; or, at a counter, the one in which a supplement
 * follows its dossier. All its dossiers go to one receiver at one address. Answers the item code. Throws notFound,
 * invalid, or conflict where the papers are not ready, go another way, or are in an envelope already.
 */
export async function makeParcel(db: Knex, request: ParcelRequest, doing: Doing): Promise<{ code: string }> {
  return db.transaction(async trx => {
    const found = new Map<string, DossierRow>()
    for (const reference of [...request.dossiers].sort()) {
      const dossier = await lockedDossier(trx, reference, visibleUnits(doing.by, 'make parcel'))
      found.set(dossier.id, dossier)
    }
    const dossiers = [...found.values()]
    const parcel =
      request.purpose === 'supplement'
        ? await supplementParcel(trx, request, dossiers, doing)
        : await homeParcel(trx, { ...request, purpose: request.purpose }, dossiers, doing)
    await beginCustody(trx, parcel.id)
    await trx('parcel_contents').insert(dossiers.map(({ id }) => ({ parcel_id: parcel.id, dossier_id: id })))
    return { code: parcel.code }
  })
}

async function homeParcel(
  trx: Knex,
  request: ParcelRequest & { purpose: WayHome },
  dossiers: DossierRow[],
  { by, now }: Doing,
) {
  const [first] = dossiers
  if (!first) throw invalid([{ pointer: '/dossiers', detail: 'Xin chọn ít nhất một hồ sơ.' }])
  const desk = officerDesk(by, first)
  for (const dossier of dossiers) await refuseUnready(trx, dossier, request.purpose, first)
  const receiver = await oneReceiver(trx, dossiers)
  const lead = (await unitById(trx, desk)).lead_post_office
  const office = lead && (await openOffice(trx, first.return_office ?? lead, { lead, day: localDate(now) }))
  if (!office || !lead) throw conflict('no_office', 'Đơn vị này chưa có bưu cục đầu mối.')
  return registerParcel(
    trx,
    {
      purpose: request.purpose,
      origin: { kind: 'police_unit', unit: desk },
      destination: { kind: 'recipient', unit: office },
      zone: await zoneHome(trx, receiver, first),
      from_office: lead,
      to_office: office,
      hands: strictestHands(dossiers),
      is_collected: first.return_to === 'post_office',
      weight_g: request.weight_g ?? null,
      amount_to_collect: toCollect(dossiers),
      addressee: { name: receiver.name, phone: receiver.phone, address: receiver.address_text ?? '' },
      item_code: request.item_code ?? null,
    },
    { by: by.id, unit: desk, now },
  )
}

/** Who comes from beyond the province to fetch it is waited for as long as anybody from the country. */
async function zoneHome(trx: Knex, { admin_unit_id }: { admin_unit_id: number | null }, { return_to }: DossierRow) {
  const zone = await zoneOf(trx, admin_unit_id)
  return zone === outOfProvince && return_to === 'post_office' ? 'rural' : zone
}

/** Where the receiver's office has closed meanwhile, the desk's own lead office brings the result home. */
async function openOffice(trx: Knex, id: string, { lead, day }: { lead: string; day: IsoDate }): Promise<string> {
  const { closed_on } = await unitById(trx, id)
  return closed_on && closed_on <= day ? lead : id
}

function officerDesk(by: Actor, { desk_id }: DossierRow) {
  const assignment = assignmentFor(by, ['officer'], desk_id)
  if (!assignment) throw conflict('other_desk', 'Hồ sơ này do đơn vị khác giải quyết.')
  return desk_id
}

async function refuseUnready(trx: Knex, dossier: DossierRow, purpose: WayHome, first: DossierRow) {
  if (!packable[purpose].includes(dossier.status))
    throw conflict('not_ready', `Hồ sơ ${dossier.reference} chưa có kết quả để gửi.`)
  if (
    dossier.desk_id !== first.desk_id ||
    dossier.return_to !== first.return_to ||
    dossier.return_office !== first.return_office
  ) {
    throw conflict('other_way_home', `Hồ sơ ${dossier.reference} trả ở nơi khác, không thể chung bưu gửi.`)
  }
  if (purpose === 'refused_papers') await refuseAbsent(trx, dossier)
  const sent = await trx('parcel_contents')
    .join('parcels', 'parcels.id', 'parcel_contents.parcel_id')
    .join('parcel_presents', 'parcel_presents.parcel_id', 'parcels.id')
    .where({ dossier_id: dossier.id, purpose })
    .where({ is_lost: false })
    .whereRaw(`parcel_presents.last_step is distinct from 'take_back'`)
    .first('parcels.code')
  if (sent)
    throw conflict('already_in_parcel', `Kết quả của hồ sơ ${dossier.reference} đã ở trong bưu gửi ${sent.code}.`)
}

/** What the courier collects at the door: postage the receiver chose to pay on delivery. Unknown stays unknown. */
function toCollect(dossiers: DossierRow[]): number | null {
  const owed = dossiers
    .filter(({ payer, payment_when }) => payer === 'recipient' && payment_when === 'delivery')
    .map(dossier => dossier.postage_amount)
  return owed.reduce((sum: number | null, amount) => (sum === null || amount === null ? null : sum + amount), 0)
}
