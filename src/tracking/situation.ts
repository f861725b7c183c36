import type { DossierStatus } from '../dossiers/status.ts'
import type { Envelope } from './tracked.ts'

/** Where a dossier stands, as its owner would ask: what is being waited for now? One word each for the page's first line. */
export type Situation =
  | 'at_post'
  | 'to_police'
  | 'waits_for_check'
  | 'in_process'
  | 'supplement'
  | 'refused'
  | 'stopped'
  | 'withdrawn'
  | 'result_at_police'
  | 'on_the_way'
  | 'at_delivery_office'
  | 'out_for_delivery'
  | 'not_delivered_yet'
  | 'ready_to_collect'
  | 'kept_at_office'
  | 'going_back'
  | 'back_at_police'
  | 'lost'
  | 'returned'

export type Whereabouts = Omit<Envelope, 'holder_name' | 'held_until'>

/** The situation by the decisions about the paper and the envelope that counts. Where both speak, what goes home wins. */
export function situationOf(status: DossierStatus, envelope: Whereabouts | null): Situation {
  if (status === 'returned') return 'returned'
  if (envelope?.is_lost) return 'lost'
  if (envelope && goesHome(envelope)) return wayHome(envelope)
  return onPaper(status, envelope)
}

/** Results, and papers that were refused, go to the applicant; all other envelopes go to the police. */
export const goesHome = ({ purpose }: Pick<Envelope, 'purpose'>) => purpose === 'result' || purpose === 'refused_papers'

function wayHome({ holder_kind, last_step, is_collected, is_collectable, is_sent_back }: Whereabouts): Situation {
  if (holder_kind === 'police_unit') return last_step === 'take_back' ? 'back_at_police' : 'result_at_police'
  if (is_sent_back) return 'going_back'
  if (holder_kind === 'courier') return withCourier[last_step ?? ''] ?? 'on_the_way'
  if (holder_kind !== 'post_office') return 'on_the_way'
  if (last_step === 'hold') return 'kept_at_office'
  if (!is_collectable) return 'on_the_way'
  return is_collected ? 'ready_to_collect' : 'at_delivery_office'
}

const withCourier: Record<string, Situation> = {
  load: 'out_for_delivery',
  attempt: 'not_delivered_yet',
  invite: 'not_delivered_yet',
}

function onPaper(status: Exclude<DossierStatus, 'returned'>, envelope: Whereabouts | null): Situation {
  switch (status) {
    case 'taken_in':
      return envelope ? wayOut(envelope) : 'waits_for_check'
    case 'accepted':
      return 'in_process'
    case 'supplement_requested':
      return 'supplement'
    case 'result_announced':
      return 'result_at_police'
    case 'refused':
    case 'stopped':
    case 'withdrawn':
      return status
    default:
      return status satisfies never
  }
}

function wayOut({ holder_kind }: Whereabouts): Situation {
  if (holder_kind === 'police_unit') return 'waits_for_check'
  return holder_kind === 'courier' || holder_kind === 'carrier' ? 'to_police' : 'at_post'
}
