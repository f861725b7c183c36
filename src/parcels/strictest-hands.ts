import type { ParcelsRow } from '../../db/tables.ts'

/** Whose hands a thing may be given into, as its procedure says. */
export type Hands = NonNullable<ParcelsRow['hands']>

const strictest: readonly Hands[] = ['recipient_only', 'authorised', 'household']

/** Whose hands several things may be given into that are handed out as one: the strictest word holds, also where none is known. */
export const strictestHands = (things: readonly { hands: Hands | null }[]): Hands =>
  strictest.find(hands => things.some(one => one.hands === hands)) ?? 'recipient_only'
