import { forbidden, invalid, notFound } from '../kit/errors.ts'
import type { Actor, Assignment, UnitKind } from '../people/actor.ts'
import { type Action, assignmentsFor } from '../people/may.ts'
import type { DossierRow } from './queries.ts'

/** The units of a kind at which the actor may do `action`. */
export const unitsToActAt = (actor: Actor, action: Action, kind: UnitKind): (Assignment & { unit: string })[] =>
  assignmentsFor(actor, action).flatMap(held =>
    held.unit && held.unit_kind === kind ? [{ ...held, unit: held.unit }] : [],
  )

/** The unit of a kind at which something new begins: the one named, or the only one there is. Throws forbidden, or invalid naming the choices. */
export function unitNamed(
  actor: Actor,
  action: Action,
  { kind, unit }: { kind: UnitKind; unit: string | undefined },
): string {
  const choices = unitsToActAt(actor, action, kind).filter(choice => !unit || choice.unit === unit)
  const [only, another] = choices
  if (!only) throw forbidden()
  if (!another) return only.unit
  const named = choices.map(choice => `${choice.unit_name} (${choice.unit})`).join(', ')
  throw invalid([{ pointer: '/unit', detail: `Xin chọn nơi làm việc: ${named}.` }])
}

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
