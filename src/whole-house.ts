import { consequences } from './consequences.ts'
import type { WorkingHouse } from './custody/doing.ts'
import { guessLimit } from './people/guess-limit.ts'
import type { House } from './platform/house.ts'
import { trackLimits } from './tracking/track-limits.ts'

/** How often one may guess or ask: made once, so that pages and programs share what is counted in memory. */
const limitsOf = ({ db }: House) => ({ signInLimit: guessLimit(db), trackLimits: trackLimits(db) })

/** All that any page or endpoint asks of the house: also what follows a scan, and how often one may guess. */
export type WholeHouse = WorkingHouse & ReturnType<typeof limitsOf>
export const wholeHouse = (house: House): WholeHouse => ({ ...house, consequences, ...limitsOf(house) })
