import { notFound } from '../kit/errors.ts'
import type { Actor } from '../people/actor.ts'
import { type Action, assignmentsFor } from '../people/may.ts'
import type { DossierRow } from './queries.ts'

export type Acting = { unit: string; isDesk: boolean }
type Concerned = Pick<DossierRow, 'desk_id' | 'intake_unit'>

/**
 * Where this person does `action` about a dossier: at its desk, or at the counter that took it in; an office that only
 * carried it does nothing about it. Null where neither is theirs.
 */
export function actingUnit(actor: Actor, action: Action, { desk_id, intake_unit }: Concerned): Acting | null {
  const isAt = (unit: string) => assignmentsFor(actor, action).some(held => held.unit === unit)
  if (isAt(desk_id)) return { unit: desk_id, isDesk: true }
  return action !== 'decide' && isAt(intake_unit) ? { unit: intake_unit, isDesk: false } : null
}

/** The same, or notFound: who is not concerned learns nothing. */
export function settledUnit(actor: Actor, action: Action, dossier: Concerned): Acting {
  const acting = actingUnit(actor, action, dossier)
  if (!acting) throw notFound('Không có hồ sơ này ở đơn vị của ông/bà.')
  return acting
}
