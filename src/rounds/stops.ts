import { groupBy } from '../kit/group-by.ts'
import type { Dong } from '../kit/money.ts'
import { type Hands, strictestHands } from '../parcels/strictest-hands.ts'
import { type Collectable, openStates, type ParcelState, reportableStates } from './options.ts'
import { owedFor } from './owed-for.ts'

type Line = {
  stop: number
  state: ParcelState
  name: string
  phone: string | null
  address: string
  amount_to_collect: Dong | null
  papers: readonly Collectable[]
  hands: Hands | null
}
export type Stop<L extends Line> = Pick<L, 'stop' | 'name' | 'phone' | 'address'> & {
  parcels: L[]
  /** The courier still has to say what became of it. */
  is_open: boolean
  /** What the courier may report of, again or for the first time. */
  left: L[]
  /** Of these; null where one parcel does not know. */
  to_collect: Dong | null
  papers: Collectable[]
  /** Who may take what is left. */
  hands: Hands
}

/** The lines of a round as its stops. Pure. Lines come in order of their stop. */
export const stopsOf = <L extends Line>(lines: readonly L[]): Stop<L>[] =>
  [...groupBy(lines, ({ stop }) => stop).values()].flatMap(parcels => {
    const [first] = parcels
    if (!first) return []
    const { stop, name, phone, address } = first
    const left = parcels.filter(({ state }) => reportableStates.includes(state))
    const is_open = parcels.some(({ state }) => openStates.includes(state))
    const papers = [...new Set(left.flatMap(one => one.papers))]
    return [
      {
        stop,
        name,
        phone,
        address,
        parcels,
        is_open,
        left,
        to_collect: owedFor(left),
        papers,
        hands: strictestHands(left),
      },
    ]
  })
