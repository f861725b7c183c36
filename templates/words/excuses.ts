import { attemptReasons } from '../../src/custody/reasons.ts'

/** Why a promise stands still. */
export const excuseWords: Record<string, string> = { ...attemptReasons, supplement: 'chờ bổ sung hồ sơ' }
