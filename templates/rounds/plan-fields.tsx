import { collectables } from '../../src/rounds/options.ts'
import type { Field } from '../fields.ts'
import { Checkboxes } from '../parts/checkboxes.tsx'
import { choicesOf } from '../parts/choices.ts'
import { TextArea } from '../parts/text-area.tsx'

/** Parcels for a round, scanned in the order of the way. */
export const PlanFields = ({ field }: { field: (name: string) => Field }) => (
  <>
    <TextArea
      {...field('codes')}
      label="Mã bưu gửi"
      hint="Quét theo thứ tự đường đi, mỗi dòng một mã. Bưu gửi của cùng người nhận thành một điểm phát."
      rows={5}
      spellcheck={false}
    />
    <Checkboxes
      {...field('papers')}
      legend="Giấy tờ phải thu lại của các mã này"
      choices={choicesOf(collectables)}
      variant="small"
    />
  </>
)
