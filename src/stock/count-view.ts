import type { Knex } from 'knex'
import { rfc3339 } from '../kit/time.ts'
import type { Actor } from '../people/actor.ts'
import type { Outcome } from './options.ts'
import { codesOfCount, countById, recordOf, type StockCount } from './queries.ts'
import { linesOf, type RecordLine, type StockRecord } from './record.ts'
import { unknownCodes } from './unknown-codes.ts'

/** A count as the API answers it: what came of it only once it is closed. Throws notFound to those of other units. */
export async function countView(db: Knex, id: string, by: Actor) {
  const count = await countById(db, id, by)
  const [codes, record] = await Promise.all([codesOfCount(db, id), recordOf(db, id)])
  return {
    ...headOf(count),
    scanned: codes.length,
    unknown: record?.unknown ?? (await unknownCodes(db, count)),
    ...(record ? told(record) : untold),
    links: { record: record ? `/api/v1/stock-counts/${id}.pdf` : null },
  }
}

const untold = { matched: null, moved: null, short: null, over: null, differences: null }

function told(record: StockRecord) {
  const codes = (outcome: Outcome) => linesOf(record, outcome).map(({ code }) => code)
  return {
    matched: codes('matched'),
    moved: codes('moved'),
    short: codes('short'),
    over: codes('over'),
    differences: [...linesOf(record, 'short'), ...linesOf(record, 'over')].map(differenceOf),
  }
}

const differenceOf = ({ code, holder, since, times }: RecordLine) => ({
  code,
  holder,
  since: rfc3339(new Date(since)),
  times,
})

/** What a list says of a count too. */
export const headOf = ({ id, unit_id, unit_name, state, number, opened_by, closed_by, ...at }: StockCount) => ({
  id,
  unit: unit_id,
  unit_name,
  state,
  number,
  opened_at: rfc3339(at.opened_at),
  opened_by,
  closed_at: at.closed_at && rfc3339(at.closed_at),
  closed_by,
})
