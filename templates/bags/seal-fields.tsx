import type { Field } from '../fields.ts'
import { TextField } from '../parts/text-field.tsx'

/** A seal's number and the bag's weight, as they are put on or as they are found. */
export const SealFields = ({ field, hint }: { field: (name: string) => Field; hint: string }) => (
  <>
    <TextField {...field('seal')} label="Số niêm phong" hint={hint} autocomplete="off" spellcheck={false} width={20} />
    <TextField {...field('weight_g')} label="Khối lượng cả túi" inputmode="numeric" width={5} suffix="g" />
  </>
)
