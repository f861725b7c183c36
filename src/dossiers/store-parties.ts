import type { Knex } from 'knex'
import { encrypt, hmac, type Keys } from '../kit/secrets.ts'
import { fold } from '../kit/text.ts'
import { homeOf } from '../places/queries.ts'
import { type Intake, type IntakeParty, type PartyPart, partyParts } from './intake.ts'

/** Stores the people of a dossier. Identity numbers go in encrypted with an HMAC to find them by; addresses also as written. */
export async function storeParties(db: Knex, dossierId: string, intake: Intake, keys: Keys): Promise<void> {
  for (const part of partyParts) {
    const party = intake[part]
    if (party) await db('parties').insert({ dossier_id: dossierId, part, ...(await partyRow(db, part, party, keys)) })
  }
}

async function partyRow(db: Knex, part: PartyPart, party: IntakeParty, keys: Keys) {
  const isFull = 'kind' in party
  return {
    kind: isFull ? party.kind : ('person' as const),
    name: party.name,
    search_name: fold(party.name),
    phone: party.phone ?? null,
    email: isFull ? (party.email ?? null) : null,
    tax_code: isFull ? (party.tax_code ?? null) : null,
    representative: isFull ? (party.representative ?? null) : null,
    ...sealedIdentity(party, keys),
    ...(await addressOf(db, part, party)),
  }
}

function sealedIdentity({ id_kind, id_number }: IntakeParty, keys: Keys) {
  if (!id_kind || !id_number) return { id_kind: null, id_cipher: null, id_index: null, id_tail: null }
  const number = id_number.replace(/\s/g, '').toUpperCase()
  return {
    id_kind,
    id_cipher: encrypt(keys.cipher, number),
    id_index: hmac(keys.index, number),
    id_tail: number.slice(-3),
  }
}

async function addressOf(db: Knex, part: PartyPart, { address }: IntakeParty) {
  if (!address) return { address_line: null, admin_unit_id: null, address_text: null }
  const commune = await homeOf(db, address, `/${part}/address`)
  if (!commune) return { address_line: address.line, admin_unit_id: null, address_text: address.line }
  const address_text = `${address.line}, ${commune.name}, ${commune.district_name}, Tỉnh Đắk Nông`
  return { address_line: address.line, admin_unit_id: commune.id, address_text }
}
