import { Details } from '../parts/details.tsx'
import { TextField } from '../parts/text-field.tsx'
import { type FormProps, isFilled } from './form-props.ts'

/** Where the envelope is not a new one with a label of ours, or the dossier has a code already. */
export function ParcelFields({ field }: FormProps) {
  const code = { autocomplete: 'off', autocapitalize: 'characters', spellcheck: false } as const
  const fields = ['item_code', 'parcel_code', 'paper_at', 'official_code'].map(field)
  return (
    <Details summary="Nhãn in sẵn, chung bưu gửi, hoặc đã có mã hồ sơ" isOpen={isFilled(fields)}>
      <div class="bt-pair">
        <TextField {...field('item_code')} label="Mã trên nhãn in sẵn" hint="Ví dụ: PA 123 456 785 VN." {...code} />
        <TextField
          {...field('parcel_code')}
          label="Cho chung vào bưu gửi"
          hint="Bưu gửi còn ở quầy, đến cùng nơi."
          {...code}
        />
      </div>
      <TextField
        {...field('paper_at')}
        label="Giờ ghi trên phiếu giấy"
        hint="Khi nhập lại bộ phiếu in sẵn. Ví dụ: 23/11/2026 14:05."
        width={20}
      />
      <TextField
        {...field('official_code')}
        label="Mã hồ sơ của Cổng dịch vụ công"
        hint="Ví dụ: G01.899.909-260916-890028."
        {...code}
      />
    </Details>
  )
}
