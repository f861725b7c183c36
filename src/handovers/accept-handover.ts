import type { Knex } from 'knex'
import type { HandoversRow } from '../../db/tables.ts'
import type { Doing } from '../custody/doing.ts'
import { lockParcels } from '../custody/lock-parcels.ts'
import { reconsider } from '../custody/reconsider.ts'
import { unfoldBags } from '../custody/unfold-bags.ts'
import { conflict, forbidden } from '../kit/errors.ts'
import type { Actor } from '../people/actor.ts'
import type { Counted } from './accepted-codes.ts'
import { claimsOf } from './claims.ts'
import { uniqueCodes } from './handed-parcels.ts'
import { listedCodes } from './listed-codes.ts'
import { lockedHandover } from './locked-handover.ts'
import { paperTime } from './paper-time.ts'
import { signSheet } from './print-content.ts'
import { type Acting, actingFor, bothSides } from './sides.ts'
import { type Condition, takeParcels } from './take-parcels.ts'
import { writeAcceptance } from './write-acceptance.ts'

export type Acceptance = Counted & {
  id: string
  /** How all of it looked, and how single parcels did, by code. */
  condition?: Condition | undefined
  conditions?: Record<string, Condition> | undefined
  reservation?: string | undefined
  paper_number?: string | undefined
  signed_at?: Date | undefined
}

/**
 * The taker signs: what they have becomes facts, what is short or over becomes a difference for both sides, the words of
 * the sheet are stored and never change. `entering` is who types it in, another than `by` where an officer signs on a
 * courier's phone. Throws notFound, forbidden for those who do not stand on the taker's side, conflict `not_waiting`,
 * `paper_entered` for a paper that is another sheet's, and what the ways of making sure throw.
 */
export async function acceptHandover(
  db: Knex,
  said: Acceptance,
  doing: Doing,
  { entering }: { entering: Actor },
): Promise<void> {
  await db.transaction(async trx => {
    const { codes, alone } = await unfoldBags(trx, uniqueCodes(said.codes ?? []))
    const acceptance = { ...said, codes }
    const listed = await listedCodes(trx, acceptance.id)
    await lockParcels(trx, [...listed, ...codes])
    const sheet = await lockedHandover(trx, acceptance.id, entering)
    const acting = actingOn(sheet, acceptance, doing.by, entering)
    const at = await signedAt(trx, sheet, acceptance, doing.now)
    const claims = await claimsOf(trx, sheet, acceptance, listed)
    const fresh = claims.filter(({ is_named, is_theirs }) => is_named && !is_theirs)
    await takeParcels(trx, { sheet, acting, parcels: fresh, alone, mode: acceptance.mode, at }, doing)
    await writeAcceptance(trx, sheet, { ...acceptance, claims, at }, { ...doing, entering })
    await signSheet(trx, sheet.id, 'taker', { by: doing.by, at: doing.now })
    // What did not come was not released: its promise has not begun.
    if (sheet.giver_kind === 'police_unit') await reconsider(trx, listed, doing)
  })
}

/** The capacity in which the taker signs. On the giver's phone only an officer's own password does. */
function actingOn(sheet: HandoversRow, { mode }: Acceptance, by: Actor, entering: Actor): Acting {
  const { giver, taker } = bothSides(sheet)
  const acting = actingFor(by, taker)
  const isTheirs = mode === 'pin' ? actingFor(entering, giver) !== undefined : entering.id === by.id
  if (!acting || !isTheirs) throw forbidden('Chỉ bên nhận mới ký nhận được bảng này.')
  if (sheet.state !== 'released') throw conflict('not_waiting', 'Bảng này đã ký hoặc đã hủy.')
  return acting
}

const signedAt = async (trx: Knex, sheet: HandoversRow, acceptance: Acceptance, now: Date) =>
  acceptance.mode === 'paper'
    ? paperTime(trx, acceptance, { taker: bothSides(sheet).taker, released_at: sheet.released_at, now })
    : now
