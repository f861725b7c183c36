import { networkInterfaces } from 'node:os'
import type { Knex } from 'knex'
import { conflict, forbidden, notFound } from '../kit/errors.ts'
import { addMs, minute } from '../kit/time.ts'
import { readCheckpoint } from './checkpoint.ts'
import { cosignedAt, readSignature, readVkey } from './note.ts'

/**
 * Keeps a witness's cosignature of a checkpoint, and answers whether it came from this machine itself. Whoever sends it:
 * the signature is the proof. Throws notFound for a size without checkpoint, forbidden where no known witness signed,
 * conflict `from_the_future`.
 */
export async function takeCosignature(
  db: Knex,
  { size, line }: { size: number; line: string },
  { now, address, witnessKeys }: { now: Date; address: string; witnessKeys: readonly string[] },
) {
  const checkpoint = await db('checkpoints').where({ size }).first('note')
  if (!checkpoint) throw notFound('Không có điểm kiểm tra này.')
  const signature = readSignature(line)
  const text = readCheckpoint(checkpoint.note)?.note.text ?? ''
  const keys = witnessKeys.map(readVkey).filter(key => key !== null)
  const [cosigned_at] = keys.map(key => signature && cosignedAt(text, signature, key)).filter(at => at !== null)
  if (!signature || !cosigned_at) throw forbidden('Chữ ký này không phải của một nhân chứng đã đăng ký.')
  if (cosigned_at > addMs(now, 5 * minute)) throw conflict('from_the_future', 'Đồng hồ của nhân chứng chạy trước.')
  const same_machine = isOurs(address)
  const row = { size, witness: signature.name, line: signature.line, cosigned_at, received_at: now, same_machine }
  await db('cosignatures').insert(row).onConflict(['size', 'witness']).ignore()
  return { size, witness: signature.name, same_machine }
}

/** An address of this machine, as IPv4 or IPv6 writes it. */
function isOurs(address: string): boolean {
  const plain = address.replace(/^::ffff:/, '')
  const own = Object.values(networkInterfaces()).flatMap(all => all?.map(one => one.address) ?? [])
  return plain.startsWith('127.') || plain === '::1' || own.includes(plain)
}
