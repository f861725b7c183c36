import type { Knex } from 'knex'
import { hitLimit, type Limit, missLimit } from '../people/limit.ts'

/** How often one may ask: misses by address and by code, hits by address. An address is a /64 for IPv6. */
export type TrackLimits = { missesByAddress: Limit; missesBySubject: Limit; hitsByAddress: Limit }

/** Enough for an office or a village behind one address; who reads off one number after the other needs more. */
export const hitsAMinute = 300

const minute = 60
const hour = 60 * minute

export const trackLimits = (db: Knex): TrackLimits => ({
  missesByAddress: missLimit(db, 'track-address', 10, minute, minute),
  missesBySubject: missLimit(db, 'track-code', 5, hour, hour),
  hitsByAddress: hitLimit(hitsAMinute, minute),
})
