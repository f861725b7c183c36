import type { Frame } from '../../src/people/page.ts'
import type { Field } from '../fields.ts'
import { Button } from '../parts/button.tsx'
import { Checkboxes } from '../parts/checkboxes.tsx'
import { Form, Hidden } from '../parts/form.tsx'
import { TextArea } from '../parts/text-area.tsx'
import { SealFields } from './seal-fields.tsx'

type Props = { frame: Frame; code: string; requestId: string; field: (name: string) => Field }

/** The blind count: what is in the bag is scanned before anybody says what should be. */
export const OpeningForm = ({ frame, code, requestId, field }: Props) => (
  <section aria-labelledby="opening">
    <h2 class="govuk-heading-m" id="opening">
      Mở túi
    </h2>
    <p class="govuk-body">
      Xem niêm phong, cân túi, rồi mở và quét tất cả bưu gửi trong túi. Danh sách chỉ hiện sau khi ghi, để việc đếm được
      khách quan.
    </p>
    <Form frame={frame} action={`/staff/bags/${code}/opening`} id="opening-form">
      <Hidden name="request_id" value={requestId} />
      <SealFields field={field} hint="Như đọc được trên túi. Để trống nếu túi không có niêm phong." />
      <TextArea
        {...field('codes')}
        label="Mã bưu gửi có trong túi"
        hint="Quét nhãn hoặc gõ mã, mỗi dòng một mã."
        rows={8}
        spellcheck={false}
      />
      <Checkboxes
        {...field('empty')}
        legend="Nếu không thấy gì"
        legendSize="s"
        choices={[{ value: 'yes', text: 'Túi rỗng, không có bưu gửi nào' }]}
      />
      <Button>Ghi kết quả mở túi</Button>
    </Form>
  </section>
)
