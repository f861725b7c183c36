// Whether the stored crossings of a parcel are those of its facts: what hand-over sheets are made of. Pure.
import type { Stored } from './read-stored.ts'
import type { Holder, Move } from './rederive-present.ts'

/** From one side to another: an office, a police unit or a courier. What is found again was handed over by nobody, what was collected by somebody outside. */
export function checkCrossings({ crossings }: Pick<Stored, 'crossings'>, moves: readonly Move[]): string[] {
  const derived = moves.filter(isCrossing).map(lineOf)
  const [told, due] = [new Set(crossings), new Set(derived)]
  return [
    ...crossings.filter(line => !due.has(line)).map(line => `the crossing ${line} does not follow from the facts`),
    ...derived.filter(line => !told.has(line)).map(line => `the crossing ${line} is missing`),
  ]
}

const sides = ['post_office', 'police_unit', 'courier']
const isCrossing = ({ fact, from, to }: Move) =>
  fact.step !== 'find' &&
  fact.step !== 'collect' &&
  sides.includes(from.kind) &&
  sides.includes(to.kind) &&
  !isSame(from, to)

const isSame = (a: Holder, b: Holder) =>
  a.kind === b.kind && (a.kind === 'courier' ? a.person === b.person : a.unit === b.unit)

const lineOf = ({ fact, from, to }: Move) => `${fact.id} ${fact.effective_at} ${sideOf(from)} ${sideOf(to)}`
const sideOf = ({ kind, unit, person }: Holder) => (person ? `${kind} ${unit} ${person}` : `${kind} ${unit}`)
