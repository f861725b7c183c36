import type { Language } from '../../src/kit/language.ts'
import type { PublicView } from '../../src/tracking/public-view.ts'
import type { Situation } from '../../src/tracking/situation.ts'
import type { Stage } from '../../src/tracking/stage.ts'
import { english } from './tracking-english.ts'
import { vietnamese } from './tracking-vietnamese.ts'

/** What a first line may speak of; dates are written already. */
export type Said = {
  thing: PublicView['thing']
  desk: string
  office: string
  isFetchedAtDesk: boolean
  heldUntil: string | null
  returned: string | null
  attempt: string | null
}

/** Everything the tracking page says, in one language. A missing sentence fails the type check. */
export type TrackingWords = {
  headline: Record<Situation, (said: Said) => string>
  expected: (by: string) => string
  late: (by: string) => string
  dueOn: (date: string) => string
  dueOnMissed: (date: string) => string
  whomToCall: (name: string) => string
  supplement: { title: string; items: string; reason: string; until: (date: string) => string; how: string }
  wasAtHome: { title: string; why: string; button: string; taken: string; nothing: string }
  bring: { title: string; lines: Record<NonNullable<PublicView['bring']>, readonly string[]>; lostSlip: string }
  pay: {
    title: string
    nothing: string
    postage: (amount: string) => string
    postageUnknown: string
    stateUnknown: string
  }
  steps: { title: string; names: Record<Exclude<Stage, 'ended'>, string>; done: string; now: string; next: string }
  history: string
  about: {
    title: string
    reference: string
    official: string
    procedure: string
    hiddenProcedure: string
    applicant: string
    receiver: string
    desk: string
  }
  another: string
}

export const trackingWords: Record<Language, TrackingWords> = { vi: vietnamese, en: english }
