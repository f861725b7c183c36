import type { Knex } from 'knex'
import { conflict, invalid } from '../kit/errors.ts'
import { receiverOf } from './parts.ts'
import type { DossierRow } from './queries.ts'

/** One envelope, one pair of hands: showing a result to the wrong person is a disaster for somebody. */
export async function oneReceiver(trx: Knex, dossiers: DossierRow[]) {
  const receivers = []
  for (const { id } of dossiers) receivers.push(await receiverOf(trx, id))
  const [first] = receivers
  if (!first) throw invalid([{ pointer: '/dossiers', detail: 'Hồ sơ chưa có người nhận.' }])
  if (receivers.some(other => other.name !== first.name || other.address_text !== first.address_text)) {
    throw conflict('other_receiver', 'Các hồ sơ này có người nhận hoặc địa chỉ khác nhau. Xin làm từng bưu gửi.')
  }
  const known = new Set(receivers.flatMap(({ id_index }) => (id_index ? [id_index.toString('base64')] : [])))
  if (known.size > 1)
    throw conflict('other_receiver', 'Người nhận cùng tên nhưng khác số giấy tờ. Xin làm từng bưu gửi.')
  return first
}
