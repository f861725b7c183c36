import { attemptReasons } from '../../src/custody/reasons.ts'
import type { Excuse } from '../../src/promises/excuses.ts'

const { fee_not_paid: _, ...reasons } = attemptReasons

/** Why a promise stands still. */
export const excuseWords: Record<Excuse, string> = { ...reasons, supplement: 'chờ bổ sung hồ sơ' }
