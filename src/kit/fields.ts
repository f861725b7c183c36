import { z } from 'zod'
import { hasHiddenCharacters, tidy } from './text.ts'

/** Zod's own words for what is wrong are Vietnamese from here on, in this whole process. */
export const speakVietnamese = () => z.config(z.locales.vi())

/** One line of text as people write it: NFC, trimmed, without hidden characters. */
export const line = (max: number) =>
  z
    .string()
    .overwrite(tidy)
    .min(1, 'Xin điền mục này.')
    .max(max, `Nhiều nhất ${max} ký tự.`)
    .refine(text => !hasHiddenCharacters(text), 'Có ký tự ẩn hoặc ký tự điều khiển. Xin gõ lại.')

/** A whole number as JSON or a form writes it: never one made out of nothing, a list or another notation. */
export const whole = (wish: string) =>
  z
    .union(
      [
        z.number(),
        z
          .string()
          .trim()
          .regex(/^\d{1,10}$/)
          .transform(Number),
      ],
      wish,
    )
    .pipe(z.number().int('Xin ghi số nguyên.'))

/** A moment with its offset, RFC 3339. */
export const moment = z.iso
  .datetime({ offset: true, error: 'Xin ghi thời điểm theo RFC 3339, có múi giờ.' })
  .transform(text => new Date(text))

export const isoDate = z.iso
  .date({ error: 'Xin ghi ngày dạng 2026-11-23.', abort: true })
  .refine(day => day >= '1900-01-01' && day < '2200-01-01', 'Ngày này không thể có.')

/** One of the words of a list: `oneOf(services)` takes its keys. */
export const oneOf = <T extends object>(words: T, wish?: string) =>
  z.enum(Object.keys(words) as [keyof T & string, ...(keyof T & string)[]], wish)
