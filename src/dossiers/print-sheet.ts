import type { Knex } from 'knex'
import type { Party } from '../../templates/documents/waybill.ts'
import { nationalPhone } from '../kit/phone.ts'
import { decrypt, type Keys } from '../kit/secrets.ts'
import { unitById } from '../places/queries.ts'
import { procedureById } from '../procedures/queries.ts'
import { documentsOf, type PartyRow, partiesOf } from './parts.ts'
import type { DossierRow } from './queries.ts'

/** What all forms of a dossier draw on, with its people as they are printed: whole, because the paper is compared with papers. */
export async function printSheet(db: Knex, dossier: DossierRow, keys: Keys) {
  const parties = await partiesOf(db, dossier.id)
  const party = (part: PartyRow['part']) => {
    const row = parties.find(one => one.part === part)
    return row ? printedParty(row, keys) : null
  }
  const applicant = party('applicant')
  if (!applicant) throw new Error('a dossier without an applicant cannot be stored')
  return {
    applicant,
    submitter: party('submitter'),
    receiver: party('receiver'),
    documents: (await documentsOf(db, dossier.id)).map(({ name, originals, certified, copies }) => ({
      name,
      original: originals,
      certifiedCopy: certified,
      photocopy: copies,
    })),
    desk: await unitById(db, dossier.desk_id),
    procedure: await procedureById(db, dossier.procedure_id),
  }
}
export type PrintSheet = Awaited<ReturnType<typeof printSheet>>

function printedParty({ name, representative, address_text, phone, id_cipher, tax_code }: PartyRow, keys: Keys): Party {
  const number = id_cipher ? decrypt(keys.cipher, id_cipher) : tax_code && `MST ${tax_code}`
  return {
    name: representative ? `${name} (đại diện: ${representative})` : name,
    address: address_text ?? '',
    phone: phone ? nationalPhone(phone) : '',
    identity: number ?? null,
  }
}

/** Parent body over unit, as every form of the police is headed. */
export const policeHeading = (desk: { name: string; level: string }) => {
  const [unit = desk.name, above] = desk.name.split(' – ')
  const parentBody = above ?? (desk.level === 'commune' ? 'CÔNG AN CẤP HUYỆN' : 'CÔNG AN TỈNH ĐẮK NÔNG')
  return { parentBody: parentBody.toUpperCase(), unit: unit.toUpperCase(), place: 'Đắk Nông' }
}
