import type { Knex } from 'knex'

export type Count = { originals: number; certified: number; copies: number }
export type ListedPaper = {
  dossier: string
  position: number
  document: string
  listed: Count
}

/**
 * The papers that the post counted into an envelope, by dossier and in the order of the form. What follows as a supplement
 * was asked for by name and never counted: its list is empty.
 */
export async function listedPapers(db: Knex, parcelId: string): Promise<ListedPaper[]> {
  const rows = await db('parcel_contents')
    .join('parcels', 'parcels.id', 'parcel_contents.parcel_id')
    .join('dossiers', 'dossiers.id', 'parcel_contents.dossier_id')
    .join('dossier_documents', 'dossier_documents.dossier_id', 'dossiers.id')
    .where('parcels.id', parcelId)
    .where('parcels.purpose', 'filing')
    .orderBy(['dossiers.reference', 'dossier_documents.position'])
    .select('dossiers.reference as dossier', 'dossier_documents.position', 'dossier_documents.name as document')
    .select('originals', 'certified', 'copies')
  return rows.map(({ originals, certified, copies, ...paper }) => ({
    ...paper,
    listed: { originals, certified, copies },
  }))
}
