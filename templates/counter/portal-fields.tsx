import { TextField } from '../parts/text-field.tsx'
import type { FormProps } from './form-props.ts'

/** What a desk knows already of a dossier that was filed with it: its code and the day it promised. */
export const PortalFields = ({ field }: FormProps) => (
  <section class="bt-section" aria-labelledby="portal-heading">
    <h2 class="govuk-heading-m" id="portal-heading">
      Hồ sơ đã tiếp nhận
    </h2>
    <div class="bt-pair">
      <TextField
        {...field('official_code')}
        label="Mã hồ sơ"
        hint="Như trên giấy tiếp nhận. Ví dụ: G01.899.909-260916-890028."
        autocomplete="off"
        autocapitalize="characters"
        spellcheck={false}
        autofocus
      />
      <TextField {...field('due')} label="Ngày hẹn trả" hint="Để trống nếu theo thời hạn của thủ tục." type="date" />
    </div>
  </section>
)
