import type { Thing } from '../custody/fact.ts'
import type { Step } from '../custody/steps.ts'
import type { Side } from './sides.ts'

/** Where a parcel is bound: to the police, home but not there yet, or home from the office that delivers it. */
type Way = 'out' | 'home' | 'round'
type Taker = Side['kind'] | 'driver'

const always = (step: Step): Record<Way, Step> => ({ out: step, home: step, round: step })
const police: Record<Way, Step> = { out: 'lodge', home: 'take_back', round: 'take_back' }

/** Which step says that the one took it from the other (custody: “a boundary step is always the taker's fact”). */
const steps: Record<Side['kind'], Record<Taker, Record<Way, Step>>> = {
  post_office: {
    post_office: always('arrive'),
    police_unit: police,
    courier: { out: 'depart', home: 'depart', round: 'load' },
    driver: always('depart'),
  },
  police_unit: {
    post_office: always('hand_back'),
    police_unit: always('transfer'),
    courier: always('hand_back'),
    driver: always('hand_back'),
  },
  courier: {
    post_office: always('arrive'),
    police_unit: police,
    courier: always('take_over'),
    driver: always('take_over'),
  },
}

export type Bound = Pick<Thing, 'destination_kind' | 'destination_unit'> & {
  redirected_to: string | null
  is_sent_back: boolean
}

/** The step of a taker who has the parcel in hand now. Pure. */
export const boundaryStep = (giver: Side, taker: Taker, parcel: Bound): Step =>
  steps[giver.kind][taker][wayOf(giver, parcel)]

function wayOf(giver: Side, { destination_kind, destination_unit, redirected_to, is_sent_back }: Bound): Way {
  if (destination_kind !== 'recipient') return 'out'
  return giver.unit === (redirected_to ?? destination_unit) && !is_sent_back ? 'round' : 'home'
}
