// Who holds a parcel, derived again from its facts by other code than custody's own: only the table of steps is shared.
import { isDeepStrictEqual } from 'node:util'
import { type HolderKind, isStep, type StepRule, steps } from '../custody/steps.ts'
import { bringForward, byTime } from './fact-order.ts'
import type { StoredFact } from './read-facts.ts'
import type { StoredParcel } from './read-stored.ts'
import { readyAfterWish } from './ready-after-wish.ts'

export type Holder = { kind: HolderKind; unit: string | null; person: string | null }

/** The columns of `parcel_presents` that follow from the facts. */
export type Rederived = ReturnType<typeof presentOf>

type State = {
  moves: Move[]
  holder: Holder
  since: string
  last: StoredFact | null
  over: boolean
  lost: boolean
  misrouted: boolean
  sentBack: boolean
  attempts: number
  heldUntil: string | null
  bag: string | null
  redirected: string | null
  handedBack: string | null
  collectable: string | null
  ended: string | null
}

/** A fact by which the parcel came into other hands. */
export type Move = { fact: StoredFact; from: Holder; to: Holder }

/** What became of each fact (`applied jump`, `contradicting`, `corrected`, by id), how it moved, and the present after all of them. */
export function rederivePresent(parcel: StoredParcel, facts: readonly StoredFact[]) {
  const taken = new Set(facts.map(({ corrects }) => corrects))
  const fates = new Map<string, string>()
  const state = beginning(parcel)
  const told = facts.filter(fact => {
    const isTaken = taken.has(fact.id)
    if (isTaken || fact.step === 'correct') fates.set(fact.id, isTaken ? 'corrected' : 'applied')
    return !isTaken && fact.step !== 'correct'
  })
  const rest = told.sort(byTime)
  const tried = (before: State, fact: StoredFact) => {
    const state = { ...before, moves: [] }
    return { fate: step(parcel, state, fact), state }
  }
  for (let from = 0; from < rest.length; from++) {
    bringForward(rest, from, state, tried)
    const fact = rest[from] as StoredFact
    fates.set(fact.id, step(parcel, state, fact))
  }
  return { fates, moves: state.moves, present: presentOf(state) }
}

const beginning = ({ origin_kind, origin_unit, created_at }: StoredParcel): State => ({
  moves: [],
  holder: { kind: origin_kind, unit: origin_unit, person: null },
  since: created_at,
  last: null,
  over: false,
  lost: false,
  misrouted: false,
  sentBack: false,
  attempts: 0,
  heldUntil: null,
  bag: null,
  redirected: null,
  handedBack: null,
  collectable: null,
  ended: null,
})

/** Applies a fact to the state unless it contradicts, and says what became of it. */
function step(parcel: StoredParcel, state: State, fact: StoredFact): string {
  if (!isStep(fact.step)) return 'contradicting'
  const rule: StepRule = steps[fact.step]
  if (isRepeat(state, fact, rule)) return 'restating'
  if (isImpossible(parcel, state, fact, rule)) return 'contradicting'
  const isKnown = rule.fits.includes(state.holder.kind) || isInstead(state, fact)
  const isOwnCargo = fact.step === 'load' && state.holder.person === fact.person_id
  if (!isKnown && !isOwnCargo && !rule.jumps.includes(state.holder.kind)) return 'contradicting'
  const unloaded = fact.role === 'courier' ? state.holder.kind !== 'courier' : isOffNetwork(parcel, state.holder)
  const isJump = isKnown ? fact.step === 'deliver' && unloaded : !(isOwnCargo && state.last?.step === 'load')
  move(parcel, state, fact, rule)
  const isTaken = rule.taker !== 'keeps'
  const flags = [isJump && 'jump', isTaken && state.misrouted && 'misrouted', isWrongHand(parcel, state, fact)]
  return ['applied', ...flags.filter(Boolean)].join(' ')
}

function isImpossible(
  parcel: StoredParcel,
  { over, lost, holder, bag }: State,
  fact: StoredFact,
  rule: StepRule,
): boolean {
  const goesHome = parcel.destination_kind === 'recipient'
  if (over || fact.effective_at < parcel.created_at || lost !== (fact.step === 'find')) return true
  const said = fact.detail['bag']
  if (said !== undefined && said !== bag && (fact.step !== 'pack' || bag !== null)) return true
  if (rule.way && (rule.way === 'home') !== goesHome) return true
  const holds = holder.kind === 'courier' ? holder.person === fact.person_id : holder.unit === fact.unit_id
  const isOnWay = fact.role === 'hotline' || parcel.on_route.includes(fact.unit_id ?? '')
  if (rule.by === 'holder' && !holds) return true
  if (rule.by === 'route' && !holds && !isOnWay) return true
  if (fact.step === 'transfer') return holder.unit === fact.unit_id
  return fact.step === 'take_over' && holder.person === fact.person_id
}

/** The step that stands, by whoever it stands for, with the same words but for how it looked. */
function isRepeat({ last, holder, over, bag }: State, fact: StoredFact, rule: StepRule): boolean {
  if (fact.step === 'pack' && bag && fact.detail['bag'] === bag) return true
  if (fact.detail['presumed'] && holder.kind !== 'applicant') return true
  const taker = takerOf(fact, rule.taker)
  if (!taker || last?.step !== fact.step || (over && last.person_id !== fact.person_id)) return false
  return isDeepStrictEqual([taker, wordless(fact)], [holder, wordless(last)])
}

const wordless = ({ detail }: StoredFact) => ({ ...detail, condition: undefined, presumed: undefined })

/** A courier had collected what by its papers was taken for handed in. */
const isInstead = ({ last }: State, { step }: StoredFact) =>
  step === 'collect' && last?.step === 'accept' && last.detail['presumed'] === true

const isWrongHand = ({ hands }: StoredParcel, { holder }: State, { detail }: StoredFact) =>
  hands === 'recipient_only' && holder.kind === 'recipient' && detail['capacity'] !== 'recipient' && 'wrong_hands'

const isOffNetwork = ({ zone }: StoredParcel, { kind }: Holder) => kind === 'carrier' && zone !== 'out_of_province'
const postal: readonly HolderKind[] = ['post_office', 'courier', 'carrier']

function move(parcel: StoredParcel, state: State, fact: StoredFact, rule: StepRule) {
  const wanted = state.redirected ?? parcel.destination_unit
  const [before, at] = [state.holder, fact.effective_at]
  const taker = takerOf(fact, rule.taker)
  const now = taker ?? before
  if (taker) state.moves.push({ fact, from: before, to: taker })
  const leavesPolice = before.kind === 'police_unit' && postal.includes(now.kind)
  const isPromised = state.handedBack !== null && state.last?.step !== 'take_back'
  if (!isPromised && (leavesPolice || fact.step === 'hand_back')) state.handedBack = at
  const staysIn = state.bag !== null && fact.detail['bag'] === state.bag ? state.bag : null
  if (taker) Object.assign(state, { holder: taker, since: at, bag: staysIn })
  state.over = taker?.kind === 'recipient' || taker?.kind === 'applicant'
  state.ended = state.over || fact.step === 'take_back' ? at : null
  const isAtOffice = taker !== null && now.kind === 'post_office'
  if (isAtOffice && now.unit === (state.redirected ?? parcel.destination_unit)) state.collectable ??= at
  if (taker) state.misrouted = isElsewhere(parcel, state, now)
  state.last = fact
  Object.assign(state, saidBy(state, fact))
  if (fact.step === 'redirect') state.collectable = readyAfterWish(parcel, state, { fact, wanted })
}

function isElsewhere(parcel: StoredParcel, { sentBack, redirected }: State, { kind, unit }: Holder): boolean {
  const desk = parcel.destination_kind === 'police_unit' ? parcel.destination_unit : parcel.origin_unit
  if (kind === 'police_unit') return unit !== desk
  const isExpected = sentBack || unit === redirected || parcel.on_route.includes(unit ?? '')
  return (kind === 'post_office' || kind === 'courier') && !isExpected
}

function takerOf({ role, unit_id: unit, unit_kind, person_id }: StoredFact, taker: StepRule['taker']): Holder | null {
  const atUnit: Holder = { kind: unit_kind ?? 'post_office', unit, person: null }
  const inPerson: Holder = { kind: 'courier', unit, person: person_id }
  if (taker === 'keeps') return null
  if (taker === 'applicant' || taker === 'recipient') return { kind: taker, unit: null, person: null }
  if (taker === 'own_unit') return atUnit
  if (taker === 'self' || role !== 'clerk') return inPerson
  return taker === 'self_or_unit' ? atUnit : { kind: 'carrier', unit, person: null }
}

function saidBy(state: State, { step, detail }: StoredFact): Partial<State> {
  if (step === 'attempt') return { attempts: state.attempts + 1 }
  if (step === 'hold') return { heldUntil: String(detail['until']) }
  if (step === 'redirect') return { redirected: String(detail['office']), misrouted: false }
  if (step === 'send_back') return { sentBack: true, heldUntil: null }
  if (step === 'take_back') return { sentBack: false, collectable: null }
  if (step === 'report_lost' || step === 'find') return { lost: step === 'report_lost' }
  if (step === 'pack' || step === 'unpack') return { bag: step === 'pack' ? String(detail['bag']) : null }
  return {}
}

const presentOf = ({ holder, last, ...state }: Omit<State, 'moves'>) => ({
  holder_kind: holder.kind,
  holder_unit: holder.unit,
  holder_person: holder.person,
  since: state.since,
  last_step: last?.step ?? null,
  last_event: last?.id ?? null,
  is_over: state.over,
  is_lost: state.lost,
  is_misrouted: state.misrouted,
  is_sent_back: state.sentBack,
  attempts: state.attempts,
  held_until: state.heldUntil,
  bag: state.bag,
  redirected_to: state.redirected,
  handed_back_at: state.handedBack,
  collectable_at: state.collectable,
  ended_at: state.ended,
})
