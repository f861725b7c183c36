import type { Knex } from 'knex'
import type { DossiersRow, MessagesRow } from '../../db/tables.ts'
import { columnsOf } from '../kit/columns.ts'
import type { House } from '../platform/house.ts'
import { addressesOf, stoppedAmong } from './addresses.ts'

const columns = ['id', 'kind', 'channel', 'state', 'caused_at', 'settled_at', 'said', 'note', 'trouble'] as const
export type ToldMessage = Pick<MessagesRow, (typeof columns)[number]>

/** What the people of a dossier were told, the newest first, and whether they want to hear more. */
export async function dossierMessages(db: Knex, { id }: Pick<DossiersRow, 'id'>, keys: House['keys']) {
  const addresses = await addressesOf(db, id)
  const messages: ToldMessage[] = await db('messages')
    .where({ dossier_id: id })
    .orderBy('caused_at', 'desc')
    .orderBy('id', 'desc')
    .limit(100)
    .select(...columnsOf('messages', columns))
  return { messages, isStopped: (await stoppedAmong(db, keys, addresses)).size > 0 }
}
