import type { envelopes } from '../../src/dossiers/options.ts'
import { Hidden } from '../parts/form.tsx'
import { TextArea } from '../parts/text-area.tsx'
import { TextField } from '../parts/text-field.tsx'
import type { FormProps } from './decision-fields.tsx'

/** An envelope for this dossier, and for others that go to the same hands. */
export const ParcelFields = ({ field, purpose }: FormProps & { purpose: keyof typeof envelopes }) => (
  <>
    <Hidden name="parcel.purpose" value={purpose} />
    <div class="bt-pair">
      <TextField
        {...field('parcel.weight_g')}
        label="Khối lượng"
        suffix="g"
        inputmode="numeric"
        width={4}
        autocomplete="off"
      />
      <TextField
        {...field('parcel.item_code')}
        label="Mã trên nhãn in sẵn, nếu có"
        autocomplete="off"
        autocapitalize="characters"
        spellcheck={false}
      />
    </div>
    <TextArea
      {...field('parcel.dossiers')}
      label="Hồ sơ đi chung bưu gửi, nếu có"
      hint="Mỗi dòng một mã tham chiếu. Cùng người nhận, cùng địa chỉ."
      rows={2}
    />
  </>
)

/** A slip was lost: the paper seen is noted, the old code ends. */
export const LookupFields = ({ field }: FormProps) => (
  <TextField
    {...field('lookup_code.paper_seen')}
    label="Giấy tờ đã xem"
    hint="Loại giấy tờ và 3 số cuối. Ví dụ: căn cước …234."
    autocomplete="off"
  />
)
