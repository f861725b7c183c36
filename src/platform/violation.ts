/** PostgreSQL's names for a broken truth of the schema. */
const states = { unique: '23505', exclusion: '23P01' } as const

/** Whether a statement failed because it would have broken a truth of this kind. */
export const isViolation = (error: unknown, kind: keyof typeof states): boolean =>
  error instanceof Error && 'code' in error && error.code === states[kind]
