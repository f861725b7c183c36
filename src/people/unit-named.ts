import { forbidden, invalid } from '../kit/errors.ts'
import type { Actor, Assignment, UnitKind } from './actor.ts'
import { type Action, assignmentsFor } from './may.ts'

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
