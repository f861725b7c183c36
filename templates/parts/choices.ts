import type { ComponentChildren } from 'preact'

/** One of several things to choose. `inside` is shown beneath it while it is chosen. */
export type Choice = { value: string; text: string; hint?: string | undefined; inside?: ComponentChildren }

/** The words of a data file as choices: `choicesOf(services)`. */
export const choicesOf = (words: Record<string, string>): Choice[] =>
  Object.entries(words).map(([value, text]) => ({ value, text }))
