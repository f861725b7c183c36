import test from 'ava'
import { ruleOf } from '../../src/custody/steps.ts'
import { type Bound, boundaryStep } from '../../src/handovers/boundary-step.ts'
import type { Side } from '../../src/handovers/sides.ts'

const givers: Side[] = [
  { kind: 'post_office', unit: 'here', person: null },
  { kind: 'police_unit', unit: 'here', person: null },
  { kind: 'courier', unit: 'here', person: 'somebody' },
]
const roles = { post_office: 'clerk', police_unit: 'officer', courier: 'courier', driver: 'driver' } as const
const home = { destination_kind: 'recipient', redirected_to: null, is_sent_back: false } as const
const bound: Record<string, Bound> = {
  'to the police': { ...home, destination_kind: 'police_unit', destination_unit: 'elsewhere' },
  home: { ...home, destination_unit: 'elsewhere' },
  'home from here': { ...home, destination_unit: 'here' },
  'home by a new address here': { ...home, destination_unit: 'elsewhere', redirected_to: 'here' },
  'back to the police': { ...home, destination_unit: 'here', is_sent_back: true },
}

for (const giver of givers)
  for (const taker of ['post_office', 'police_unit', 'courier', 'driver'] as const)
    for (const [way, parcel] of Object.entries(bound))
      test(`a ${taker} may say what it takes from a ${giver.kind}, bound ${way}`, t => {
        const { roles: mayDo, fits, jumps } = ruleOf(boundaryStep(giver, taker, parcel))
        t.true(mayDo.includes(roles[taker]))
        t.true(fits.includes(giver.kind) || jumps.includes(giver.kind), 'it follows from where the parcel is')
      })

const cases = [
  ['post_office', 'courier', 'to the police', 'depart'],
  ['post_office', 'courier', 'home from here', 'load'],
  ['post_office', 'courier', 'home by a new address here', 'load'],
  ['post_office', 'courier', 'back to the police', 'depart'],
  ['post_office', 'driver', 'home from here', 'depart'],
  ['courier', 'police_unit', 'to the police', 'lodge'],
  ['courier', 'police_unit', 'back to the police', 'take_back'],
  ['police_unit', 'post_office', 'home', 'hand_back'],
  ['police_unit', 'police_unit', 'to the police', 'transfer'],
  ['courier', 'courier', 'home', 'take_over'],
  ['courier', 'post_office', 'home', 'arrive'],
] as const

for (const [giver, taker, way, step] of cases)
  test(`from ${giver} to ${taker}, bound ${way}: ${step}`, t => {
    const side = givers.find(({ kind }) => kind === giver)
    t.is(side && boundaryStep(side, taker, bound[way] as Bound), step)
  })
