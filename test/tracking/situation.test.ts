import test from 'ava'
import type { DossierStatus } from '../../src/dossiers/status.ts'

import { type Situation, situationOf, type Whereabouts } from '../../src/tracking/situation.ts'

const filing: Whereabouts = {
  purpose: 'filing',
  holder_kind: 'post_office',
  last_step: 'accept',
  is_collected: false,
  is_collectable: false,
  is_sent_back: false,
  is_lost: false,
}
const result: Whereabouts = { ...filing, purpose: 'result', last_step: 'hand_back' }

const cases: [DossierStatus, Whereabouts | null, Situation][] = [
  ['taken_in', filing, 'at_post'],
  ['taken_in', { ...filing, holder_kind: 'courier', last_step: 'depart' }, 'to_police'],
  ['taken_in', { ...filing, holder_kind: 'police_unit', last_step: 'lodge' }, 'waits_for_check'],
  ['taken_in', null, 'waits_for_check'],
  ['accepted', null, 'in_process'],
  ['supplement_requested', { ...filing, holder_kind: 'police_unit' }, 'supplement'],
  ['result_announced', { ...filing, holder_kind: 'police_unit' }, 'result_at_police'],
  ['result_announced', { ...result, holder_kind: 'police_unit', last_step: null }, 'result_at_police'],
  ['result_announced', result, 'on_the_way'],
  ['result_announced', { ...result, holder_kind: 'carrier', last_step: 'depart' }, 'on_the_way'],
  ['result_announced', { ...result, is_collectable: true }, 'at_delivery_office'],
  ['result_announced', { ...result, is_collectable: true, is_collected: true }, 'ready_to_collect'],
  ['result_announced', { ...result, holder_kind: 'courier', last_step: 'load' }, 'out_for_delivery'],
  ['result_announced', { ...result, holder_kind: 'courier', last_step: 'attempt' }, 'not_delivered_yet'],
  ['result_announced', { ...result, last_step: 'hold', is_collectable: true }, 'kept_at_office'],
  ['result_announced', { ...result, is_sent_back: true }, 'going_back'],
  ['result_announced', { ...result, holder_kind: 'police_unit', last_step: 'take_back' }, 'back_at_police'],
  ['result_announced', { ...result, is_lost: true }, 'lost'],
  ['refused', { ...filing, holder_kind: 'police_unit' }, 'refused'],
  ['refused', { ...result, purpose: 'refused_papers' }, 'on_the_way'],
  ['stopped', null, 'stopped'],
  ['withdrawn', { ...filing, holder_kind: 'applicant' }, 'withdrawn'],
  ['returned', { ...result, holder_kind: 'recipient', last_step: 'deliver' }, 'returned'],
]

for (const [status, envelope, situation] of cases) {
  const where = envelope ? `${envelope.purpose} with ${envelope.holder_kind}, ${envelope.last_step}` : 'no envelope'
  const more = envelope?.is_collected ? ', to be fetched' : envelope?.is_collectable ? ', at its office' : ''
  const odd = envelope?.is_lost ? ', lost' : envelope?.is_sent_back ? ', sent back' : ''
  test(`${status}, ${where}${more}${odd}: ${situation}`, t => {
    t.is(situationOf(status, envelope), situation)
  })
}
