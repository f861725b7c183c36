import type { Knex } from 'knex'
import { drawApart } from '../../templates/documents/draw-apart.ts'
import type { HandoverSheet } from '../../templates/documents/handover-sheet.ts'
import { conflict } from '../kit/errors.ts'
import { sha256 } from '../kit/secrets.ts'
import { longTime } from '../kit/time.ts'
import type { Actor } from '../people/actor.ts'
import { notePrinting } from '../people/note-printing.ts'
import { type Handover, handoverById } from './queries.ts'

type Asking = { by: Actor; now: Date }

/**
 * The sheet as it was last signed, byte for byte; of a cancelled one what the giver had signed, with the cancellation on
 * it. Throws notFound to strangers.
 */
export async function signedSheet(db: Knex, id: string, { by, now }: Asking): Promise<Buffer> {
  const handover = await handoverById(db, id, by)
  const sheet = await db('handover_sheets').where({ handover_id: id }).orderBy('side', 'desc').first('side')
  if (!sheet) throw conflict('not_signed', 'Bảng này chưa ai ký.')
  await notePrinting(db, { document: 'handover', subject: handover.number }, { by, now })
  if (handover.cancelled_at) return drawApart('handoverSheetPdf', await cancelled(db, handover))
  return (await paperOf(db, id, sheet.side)) ?? draw(db, id, sheet.side, now)
}

/** So many at each tick: a minute is enough for them on a slow machine. */
const most = 50

/** Draws what was signed and nobody has asked for yet, the newest first: what cannot be drawn keeps no other. Answers how many. */
export async function drawSheets(db: Knex, now: Date): Promise<number> {
  const missing = await db('handover_sheets')
    .whereNotExists(
      db('handover_papers')
        .whereRaw('handover_id = handover_sheets.handover_id and side = handover_sheets.side')
        .select(db.raw('1')),
    )
    .orderBy('signed_at', 'desc')
    .limit(most)
    .select('handover_id', 'side')
  const faults: unknown[] = []
  for (const { handover_id, side } of missing) await draw(db, handover_id, side, now).catch(fault => faults.push(fault))
  if (faults.length) throw new AggregateError(faults, `${faults.length} sheets cannot be drawn`)
  return missing.length
}

type SheetSide = 'giver' | 'taker'

async function paperOf(db: Knex, handover_id: string, side: SheetSide): Promise<Buffer | undefined> {
  const paper = await db('handover_papers').where({ handover_id, side }).first('pdf')
  return paper?.pdf
}

/** Whoever draws first is kept: the same words give the same bytes, but a later version of ours need not. */
async function draw(db: Knex, handover_id: string, side: SheetSide, now: Date): Promise<Buffer> {
  const pdf = await drawApart('handoverSheetPdf', await wordsOf(db, handover_id, side))
  await db('handover_papers')
    .insert({ handover_id, side, pdf, sha256: sha256(pdf), drawn_at: now })
    .onConflict(['handover_id', 'side'])
    .ignore()
  return (await paperOf(db, handover_id, side)) ?? pdf
}

async function cancelled(db: Knex, { id, cancelled_at, cancelled_reason }: Handover): Promise<HandoverSheet> {
  const words = await wordsOf(db, id, 'giver')
  const mark = `ĐÃ HỦY ${cancelled_at ? longTime(cancelled_at) : ''}: ${cancelled_reason}`
  return { ...words, marks: [...words.marks, mark] }
}

type KeptSide = Omit<HandoverSheet['giver'], 'at'> & { at: string | null }
type Kept = Omit<HandoverSheet, 'giver' | 'taker' | 'madeAt'> & { giver: KeptSide; taker: KeptSide; madeAt: string }

/** What was signed, with the digest that stands on the paper. */
async function wordsOf(db: Knex, handover_id: string, side: SheetSide): Promise<HandoverSheet> {
  const sheet = await db('handover_sheets').where({ handover_id, side }).first('content', 'digest')
  if (!sheet) throw new Error('what is drawn was signed before')
  const { giver, taker, madeAt, ...words }: Kept = JSON.parse(sheet.content)
  return {
    ...words,
    giver: { ...giver, at: giver.at ? new Date(giver.at) : null },
    taker: { ...taker, at: taker.at ? new Date(taker.at) : null },
    madeAt: new Date(madeAt),
    digest: sheet.digest.toString('hex'),
  }
}
