import { goesHome } from './situation.ts'
import type { Envelope } from './tracked.ts'

/** Five coarse stages: all that an item code or reference alone may tell, because those can be guessed. */
export const stages = ['at_post', 'at_police', 'coming_home', 'delivered', 'ended'] as const
export type Stage = (typeof stages)[number]

type Dossier = { status: string; returned_at: Date | null }

/** The stage of a dossier, from what was decided and where its last envelope is. */
export function stageOf(dossier: Dossier, current: Pick<Envelope, 'purpose' | 'holder_kind'> | null): Stage {
  if (dossier.returned_at) return 'delivered'
  if (current && goesHome(current)) return current.holder_kind === 'police_unit' ? 'at_police' : 'coming_home'
  if (dossier.status === 'withdrawn' || dossier.status === 'stopped') return 'ended'
  if (!current || current.holder_kind === 'police_unit' || dossier.status !== 'taken_in') return 'at_police'
  return 'at_post'
}
