// Whether what is stored of a parcel in a bag follows from the parcel's facts and the bag's own scans. Pure.
import { v5 as uuidv5 } from 'uuid'
import { minute } from '../kit/time.ts'
import type { StoredFact } from './read-facts.ts'
import type { StoredParcel } from './read-stored.ts'
import { rederivePresent } from './rederive-present.ts'

/** A parcel that stands on a bag's list, or whose facts name it. Moments in ISO 8601; scans by their ids. */
export type StoredContent = {
  bag: string
  bag_id: string | null
  state: 'open' | 'sealed' | 'opened'
  made_unit: string
  made_at: string
  sealed_at: string | null
  /** The moment after the last packing of all that is on its list. */
  packed_at: string | null
  opened_at: string | null
  opened_by: string | null
  opened_unit: string | null
  is_listed: boolean
  is_inside: boolean | null
  is_found: boolean | null
  scans: string[] | null
}

/** Every fault of one parcel in one bag in a sentence each. */
export function checkContent(content: StoredContent, parcel: StoredParcel, facts: readonly StoredFact[]): string[] {
  if (!content.bag_id) return [`${content.bag}: there is no such bag, by its facts ${parcel.code} was in it`]
  const told = [
    ...checkList(content, parcel, facts),
    ...checkInside(content, parcel, facts),
    ...facts.flatMap(fact => checkFact(content, parcel, fact)),
    ...checkOpening(content, parcel, facts),
    ...checkScans(content, parcel, facts),
  ]
  return told.map(fault => `${content.bag}: ${parcel.code} ${fault}`)
}

/** An open bag lists what is in it now, a sealed one what was in it at its seal. */
function checkList({ bag, sealed_at, is_listed }: StoredContent, parcel: StoredParcel, facts: readonly StoredFact[]) {
  const bags = sealed_at ? bagsAt(sealed_at, parcel, facts) : [bagBy(parcel, facts)]
  if (is_listed && !bags.includes(bag)) return ['is on its list, by the facts it was not in it']
  return is_listed || bags.some(one => one !== bag) ? [] : ['is not on its list, by the facts it was in it']
}

function checkInside(
  { bag, state, is_listed, is_inside }: StoredContent,
  parcel: StoredParcel,
  facts: readonly StoredFact[],
) {
  const isInside = state !== 'opened' && bagBy(parcel, facts) === bag
  if (!is_listed || is_inside === isInside) return []
  return [`is stored as ${is_inside ? 'inside' : 'outside'}, by the facts it is ${isInside ? 'inside' : 'outside'}`]
}

/** Packed only where it was made and before its seal; moved with it from the last packing to the opening, told after the seal. */
function checkFact(content: StoredContent, { code }: StoredParcel, fact: StoredFact): string[] {
  const { bag, bag_id, made_unit, made_at, sealed_at, packed_at, opened_at, is_listed } = content
  const say = (fault: string) => [`${fault} by its fact ${fact.seq}`]
  if (isOfOpening(fact, bag_id, code)) return isOpening(content, fact) ? [] : say('was counted at another opening')
  if (fact.detail['bag'] !== bag) return []
  if (fact.step === 'pack') {
    if (fact.unit_id !== made_unit) return say('was packed elsewhere')
    const isInTime = !isBefore(fact.recorded_at, made_at) && !(sealed_at && isBefore(sealed_at, fact.recorded_at))
    return isInTime ? [] : say('was packed when it was not open')
  }
  if (!is_listed) return say('was moved with it, and is not on its list,')
  if (!sealed_at || isBefore(fact.recorded_at, sealed_at)) return say('was moved with it before its seal')
  if (packed_at && isBefore(fact.effective_at, packed_at)) return say('was moved with it before it was packed')
  return opened_at && isBefore(opened_at, fact.effective_at) ? say('was moved with it after its opening') : []
}

/** What was counted is said by facts of the opening, unless it had come out of the bag before. */
function checkOpening(content: StoredContent, parcel: StoredParcel, facts: readonly StoredFact[]): string[] {
  const { bag, bag_id, opened_at, is_listed, is_found } = content
  if (!is_listed) return []
  if ((opened_at === null) !== (is_found === null)) return ['is counted, or not, as its opening says otherwise']
  const isCounted = facts.some(fact => fact.step === 'unpack' && isOfOpening(fact, bag_id, parcel.code))
  if (isCounted && !is_found) return ['is stored as short, by the facts it was found']
  if (!opened_at || !is_found || isCounted) return []
  const isThere = bagsAt(opened_at, parcel, facts).every(one => one === bag)
  return isThere ? ['is stored as found, by no fact of its opening'] : []
}

/** Each scan of the bag is a fact of all that is on its list. */
function checkScans(
  { scans, is_listed }: StoredContent,
  { code }: StoredParcel,
  facts: readonly StoredFact[],
): string[] {
  if (!is_listed) return []
  const ids = new Set(facts.map(({ id }) => id))
  const missing = (scans ?? []).filter(scan => !ids.has(uuidv5(`${scan} ${code}`, contentsOfScans)))
  return missing.map(scan => `has no fact of the scan ${scan} of its bag`)
}

// Names of ids as they were given once: whoever changes them there has to change them here.
const contentsOfScans = 'b1a9c0de-7f5e-4b0e-8d7a-2f6c5e4d3b21'
const factsOfOpenings = '5d0a7c86-0f3b-4a7c-9c56-8e1b2a4f6d90'

const isOfOpening = ({ id, step }: StoredFact, bag_id: string | null, code: string) =>
  id === uuidv5(`${bag_id} ${step} ${code}`, factsOfOpenings)

const isOpening = (
  { opened_at, opened_by, opened_unit }: StoredContent,
  { effective_at, person_id, unit_id }: StoredFact,
) => effective_at === opened_at && person_id === opened_by && unit_id === opened_unit

/** A request's moment is read before it waits for its locks: who came at the same time may have been first. */
const slack = minute / 2
const isBefore = (a: string, b: string) => Date.parse(a) < Date.parse(b) - slack

const bagBy = (parcel: StoredParcel, facts: readonly StoredFact[]) => rederivePresent(parcel, facts).present.bag

/** In which bags it may have been at a moment, by what was recorded until then. */
function bagsAt(moment: string, parcel: StoredParcel, facts: readonly StoredFact[]): (string | null)[] {
  const before = facts.findLastIndex(({ recorded_at }) => isBefore(recorded_at, moment)) + 1
  const after = facts.findLastIndex(({ recorded_at }) => !isBefore(moment, recorded_at)) + 1
  return Array.from({ length: after - before + 1 }, (_, i) => bagBy(parcel, facts.slice(0, before + i)))
}
