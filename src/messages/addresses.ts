import type { Knex } from 'knex'
import { hmac, type Keys } from '../kit/secrets.ts'

/** By what a phone number or a mailbox is found again among those that want to hear nothing more. */
export const addressIndex = ({ index }: Pick<Keys, 'index'>, address: string): Buffer =>
  hmac(index, `message to ${address.toLowerCase()}`)

/** Numbers and mailboxes of those who are told something of a dossier. */
export async function addressesOf(db: Knex, dossier_id: string): Promise<string[]> {
  const people = await db('parties')
    .where({ dossier_id })
    .whereIn('part', ['applicant', 'receiver'])
    .select('phone', 'email')
  return [...new Set(people.flatMap(({ phone, email }) => [phone, email]).filter(address => address !== null))]
}

/** Which of these addresses want to hear nothing more. */
export async function stoppedAmong(
  db: Knex,
  keys: Pick<Keys, 'index'>,
  addresses: readonly string[],
): Promise<Set<string>> {
  const byIndex = new Map(addresses.map(address => [addressIndex(keys, address).toString('hex'), address]))
  if (!byIndex.size) return new Set()
  const stops = await db('message_stops')
    .whereIn(
      'address_index',
      [...byIndex.keys()].map(hex => Buffer.from(hex, 'hex')),
    )
    .select('address_index')
  return new Set(stops.flatMap(({ address_index }) => byIndex.get(address_index.toString('hex')) ?? []))
}

const tokenLength = 48

/** What stands in the address of the page that stops an e-mail: the index of the mailbox, signed, so that nobody can make one. */
export function stopToken(keys: Pick<Keys, 'index' | 'form'>, address: string): string {
  const index = addressIndex(keys, address)
  return Buffer.concat([index, signature(keys, index)]).toString('base64url')
}

/** The index in a token; null where it was not made here. */
export function readStopToken(keys: Pick<Keys, 'form'>, token: string): Buffer | null {
  const bytes = Buffer.from(token, 'base64url')
  const [index, signed] = [bytes.subarray(0, 32), bytes.subarray(32)]
  return bytes.length === tokenLength && signature(keys, index).equals(signed) ? index : null
}

const signature = ({ form }: Pick<Keys, 'form'>, index: Buffer) =>
  hmac(form, `stop messages to ${index.toString('hex')}`).subarray(0, 16)
