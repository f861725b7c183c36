import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { z } from 'zod'

/** A phone number that can exist, in Viet Nam unless it says otherwise; stored as +84…, not unique to one person. */
export const phone = z
  .string()
  .max(30)
  .transform((written, context) => {
    const number = parsePhoneNumberFromString(written, 'VN')
    if (number?.isValid()) return String(number.number)
    // `continue`: the rest of the person is still checked, so that everything wrong is said at once.
    context.addIssue({
      code: 'custom',
      message: 'Số điện thoại này không thể có. Ví dụ: 0912 345 678.',
      input: written,
      continue: true,
    })
    return z.NEVER
  })

/** `+84912345678` → `0912 345 678`, as people in Viet Nam read it. */
export const nationalPhone = (stored: string) => parsePhoneNumberFromString(stored, 'VN')?.formatNational() ?? stored
