import type { Knex } from 'knex'

type Paper = Record<string, unknown>

/** Nguyễn Thị Hoa of Đắk Mâm, Krông Nô: an applicant as the counter writes her down. */
export const hoa = {
  kind: 'person',
  name: 'Nguyễn Thị Hoa',
  phone: '0912345678',
  id_kind: 'cccd',
  id_number: '067190001234',
  address: { line: 'Tổ 3', unit_code: '24688' },
}

/** A whole intake for `procedure`, with every paper it asks for; `change` says what is different. */
export async function papers(db: Knex, procedure: string, change: Paper = {}): Promise<Paper> {
  const documents: string[] = await db('procedure_documents')
    .join('procedures', 'procedures.id', 'procedure_documents.procedure_id')
    .where({ key: procedure })
    .orderBy('position')
    .pluck('procedure_documents.name')
  return {
    procedure,
    service: 'both',
    applicant: hoa,
    documents: documents.map(name => ({ name, originals: 1 })),
    return_to: 'address',
    notify: 'sms',
    ...change,
  }
}
