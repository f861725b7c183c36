import type { Knex } from 'knex'
import { groupBy } from '../kit/group-by.ts'
import type { IsoDate } from '../kit/time.ts'
import { type Fees, type Leg, quotePostage, stateFee } from '../money/quote.ts'
import { type Commune, communes, openUnits, type Unit, unitById } from '../places/queries.ts'
import { documentsOf, type ProcedureRow, procedureByKey } from '../procedures/queries.ts'
import type { Intake } from './intake.ts'

export type Service = Intake['service']
export type District = { name: string; communes: Commune[] }

/** Everything the intake form of a procedure offers at a unit. Throws notFound for an unknown procedure. */
export async function intakeChoices(db: Knex, key: string, unitId: string, day: IsoDate) {
  const [procedure, unit] = [await procedureByKey(db, key), await unitById(db, unitId)]
  return {
    procedure,
    unit,
    services: servicesFor(procedure, unit),
    documents: await documentsOf(db, procedure.id),
    districts: districts(await communes(db), unit.district_code),
    offices: await openUnits(db, 'post_office', day),
    desks: (await openUnits(db, 'police_unit', day)).filter(({ level }) => level === procedure.level),
    usualFees: await usualFees(db, procedure, unit),
  }
}
export type IntakeChoices = Awaited<ReturnType<typeof intakeChoices>>

type Flags = Pick<ProcedureRow, 'receive_by_post' | 'return_by_post'>

/** What the agreement's two flags leave to choose: a counter receives, a desk only enters what the post brings home. */
export function servicesFor({ receive_by_post, return_by_post }: Flags, { kind }: Pick<Unit, 'kind'>): Service[] {
  if (kind === 'police_unit') return return_by_post ? ['return'] : []
  if (!receive_by_post) return []
  return return_by_post ? ['both', 'receive'] : ['receive']
}

/** By district, the unit's own first: most people live nearby. */
function districts(all: Commune[], own: string | null): District[] {
  const sorted = [...all].sort((a, b) => Number(b.district_code === own) - Number(a.district_code === own))
  return [...groupBy(sorted, ({ district_name }) => district_name)].map(([name, inside]) => ({
    name,
    communes: inside,
  }))
}

/** What it costs somebody of the unit's own district who sends a plain envelope: a first answer, before an address is known. */
async function usualFees(db: Knex, procedure: ProcedureRow, unit: Unit): Promise<Fees> {
  const desk = await deskDistrict(db, procedure, unit)
  const [out, home]: Leg[] = [
    { from: unit.district_code, to: desk },
    { from: desk, to: unit.district_code },
  ]
  const legs = unit.kind === 'police_unit' ? [home] : procedure.return_by_post ? [out, home] : [out]
  const state = stateFee(procedure)
  const remits = unit.kind === 'post_office' && (state.amount ?? 0) > 0
  return {
    state,
    postage: await quotePostage(db, { legs: legs.filter(leg => leg !== undefined), weight_g: null, remits }),
  }
}

async function deskDistrict(db: Knex, { level, desk }: ProcedureRow, unit: Unit): Promise<string | null> {
  if (level !== 'province' || unit.kind === 'police_unit') return unit.district_code
  const found = await db('units').where({ kind: 'police_unit', level, desk }).first('district_code')
  return found ? found.district_code : unit.district_code
}
