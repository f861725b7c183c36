import type { FieldError } from '../kit/errors.ts'

/** A form has one field for all codes: what is wrong with one of them stands there. */
export const onCodes = ({ pointer, detail }: FieldError): FieldError => ({
  pointer: pointer.startsWith('/codes/') ? '/codes' : pointer,
  detail,
})
