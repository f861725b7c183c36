import type { Knex } from 'knex'
import { v7 as uuidv7 } from 'uuid'
import { notFound } from '../kit/errors.ts'
import { localDate } from '../kit/time.ts'
import type { Actor } from '../people/actor.ts'
import { assignmentsFor } from '../people/may.ts'
import { dailyNumber } from '../platform/daily-number.ts'
import { holdName } from '../platform/hold-name.ts'
import { addParcels, type Planned } from './add-parcels.ts'
import { roundPrefix } from './options.ts'
import { couriersOf } from './queries.ts'

/**
 * Opens the round of a courier with these parcels, or adds them to the one that is open: what comes later in the day goes
 * along. Planned by a clerk of the courier's office or by the courier; it moves nothing, `load` does. Answers its id.
 * Throws notFound for another office's courier, and what `addParcels` does.
 */
export async function openRound(
  db: Knex,
  { courier, parcels }: { courier: string; parcels: readonly Planned[] },
  { by, now }: { by: Actor; now: Date },
): Promise<string> {
  return db.transaction(async trx => {
    const unit = await unitOf(trx, courier, { by, now })
    const round = await openOrJoin(trx, { courier, unit }, { by, now })
    await addParcels(trx, round, parcels, { by, now })
    return round.id
  })
}

async function unitOf(trx: Knex, courier: string, { by, now }: { by: Actor; now: Date }): Promise<string> {
  const mine = assignmentsFor(by, 'plan round').filter(({ role }) => role === 'clerk' || courier === by.id)
  const units = mine.flatMap(({ unit }) => unit ?? [])
  const found = (await couriersOf(trx, units, now)).find(({ id }) => id === courier)
  if (!found) throw notFound('Không có bưu tá này ở đơn vị của ông/bà.')
  return found.unit
}

type Opening = { courier: string; unit: string }

/** Somebody else may open it at this moment: theirs is read, locked against its closing. */
export async function openOrJoin(trx: Knex, { courier, unit }: Opening, who: { by: Actor; now: Date }) {
  const open = () => trx('rounds').where({ courier_id: courier }).whereNull('closed_at').forUpdate().first('*')
  const there = await open()
  if (there) return there
  // Who opens it at the same moment waits here and finds it: no number is taken for a round that is not opened.
  await holdName(trx, `round of ${courier}`)
  const meanwhile = await open()
  if (meanwhile) return meanwhile
  const [made] = await trx('rounds')
    .insert({
      id: uuidv7(),
      number: await dailyNumber(trx, roundPrefix, unit, localDate(who.now)),
      unit_id: unit,
      courier_id: courier,
      opened_at: who.now,
      opened_by: who.by.id,
    })
    .returning('*')
  if (!made) throw new Error('a round that was just opened is there')
  return made
}
