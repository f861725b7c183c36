import { conflict, notFound } from '../kit/errors.ts'
import type { Actor } from '../people/actor.ts'
import { type Side, speaksFor } from './sides.ts'

const parts = ['giver', 'taker'] as const
type Part = (typeof parts)[number]
type Explained = Record<`${Part}_closed_at`, Date | null> & Record<`${Part}_closed_by`, string | null>
type Word = { isLast: boolean; columns: Record<string, unknown> }

/**
 * For which side somebody explains a difference, what is written for it, and whether it is closed then: the same for sheets
 * and bags. Nobody explains for both sides, unless one person gave and took (`is_self`); who may speak for both speaks for
 * the giver first. Throws notFound to strangers, conflict `already_closed`.
 */
export function wordOn(
  row: Explained & { is_self: boolean },
  sides: Record<Part, Side>,
  { by, now, reason }: { by: Actor; now: Date; reason: string },
): Word {
  const mine = parts.filter(part => speaksFor(by, sides[part]))
  if (!mine.length) throw noSuchDifference()
  const part = mine.find(one => row[`${one}_closed_at`] === null)
  const hasSpoken = !row.is_self && parts.some(one => row[`${one}_closed_by`] === by.id)
  if (!part || hasSpoken) throw conflict('already_closed', 'Bên của ông/bà đã nêu lý do cho mục này.')
  const columns = { [`${part}_closed_at`]: now, [`${part}_closed_by`]: by.id, [`${part}_reason`]: reason }
  return { isLast: row[part === 'giver' ? 'taker_closed_at' : 'giver_closed_at'] !== null, columns }
}

export const noSuchDifference = () => notFound('Không có chênh lệch này ở đơn vị của ông/bà.')
