import { z } from 'zod'
import { line } from './fields.ts'
import { minutesADay, minutesOf } from './time.ts'

/** A cell that is read by `read`, which answers null for what it cannot read; `wish` says how to write it. */
export const cell = <T>(read: (text: string) => T | null, wish: string) =>
  z.string().transform((text, context): T => {
    const value = read(text)
    if (value !== null) return value
    context.addIssue({ code: 'custom', message: wish })
    return z.NEVER
  })

/** A time at which a day has a minute, in minutes. */
export const timeOfDay = (wish: string) =>
  cell(text => {
    const minutes = minutesOf(text.trim())
    return minutes === minutesADay ? null : minutes
  }, wish)

const answers: Record<string, boolean> = { yes: true, có: true, no: false, không: false }
const answerOf = (word: string) => (Object.hasOwn(answers, word) ? (answers[word] ?? null) : null)

export const yesOrNo = cell(text => answerOf(text.toLowerCase()), 'Xin ghi yes (có) hoặc no (không).')
export const yesWords = (is: boolean): string => (is ? 'yes' : 'no')

/** A cell that may be empty, which reads as null. */
export const orEmpty = <T extends z.ZodType<unknown, string>>(filled: T) =>
  z.union([z.literal('').transform(() => null), filled]) as z.ZodType<z.output<T> | null, string>

export const words = (max = 200) => line(max)
