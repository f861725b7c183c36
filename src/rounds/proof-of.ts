import type { Knex } from 'knex'
import { conflict, notFound } from '../kit/errors.ts'
import type { Actor } from '../people/actor.ts'
import { audit } from '../people/audit.ts'
import { proofDigest, type SaidAtTheDoor } from './delivery-proof.ts'

/**
 * What was said and shown when a parcel was delivered, and whether it is what the fact carries the digest of. Each reading
 * is audited. Throws notFound for no such parcel, conflict `no_proof` where it was delivered without one of
 * its own, or it was erased.
 */
export async function proofOf(db: Knex, code: string, { by, now }: { by: Actor; now: Date }) {
  const parcel = await db('parcels').where({ code }).first('id')
  if (!parcel) throw notFound('Không có bưu gửi này.')
  const fact = await db('custody_events')
    .join('event_standings', 'event_standings.event_id', 'custody_events.id')
    .where('custody_events.parcel_id', parcel.id)
    .where({ step: 'deliver', standing: 'applied' })
    .first('custody_events.id', 'detail')
  const { proof: digest = '' } = (fact?.detail ?? {}) as { proof?: string }
  const kept = await db('delivery_proofs')
    .join('delivery_reports', 'delivery_reports.proof', 'delivery_proofs.digest')
    .where({ digest })
    // Anybody who reads a digest can say it of another delivery: it proves the one that was reported with it.
    .whereRaw('? = any(delivery_reports.scans)', [fact?.id ?? null])
    .first('salt', 'said', 'signature')
  if (!kept) throw conflict('no_proof', 'Bưu gửi này không có bằng chứng phát.')
  await audit(db, { by, action: 'read proof', subject: code }, now)
  const said = kept.said as SaidAtTheDoor
  return {
    code,
    ...said,
    digest,
    is_as_told: proofDigest(kept.salt, said) === digest,
    signature_png: kept.signature?.toString('base64') ?? null,
  }
}
