import type { Frame } from '../../src/people/page.ts'
import type { Field } from '../fields.ts'
import { Button, ButtonGroup } from '../parts/button.tsx'
import { Form, Hidden } from '../parts/form.tsx'
import { TextArea } from '../parts/text-area.tsx'
import { SealFields } from './seal-fields.tsx'

type Fields = (name: string) => Field
type Props = { frame: Frame; code: string; requestId: string; packing: Fields; seal: Fields }

/** What goes into an open bag or out of it, and the seal that ends it. */
export function PackingForms({ frame, code, requestId, packing, seal }: Props) {
  return (
    <>
      <Form frame={frame} action={`/staff/bags/${code}/parcels`} id="packing">
        <Hidden name="request_id" value={requestId} />
        <TextArea
          {...packing('codes')}
          label="Mã bưu gửi"
          hint="Quét nhãn hoặc gõ mã, mỗi dòng một mã."
          rows={6}
          spellcheck={false}
        />
        <ButtonGroup>
          <Button>Cho vào túi</Button>
          <Button look="secondary" formaction={`/staff/bags/${code}/removals`}>
            Lấy khỏi túi
          </Button>
        </ButtonGroup>
      </Form>
      <section aria-labelledby="sealing">
        <h2 class="govuk-heading-m" id="sealing">
          Niêm phong
        </h2>
        <p class="govuk-body">Sau khi niêm phong không thêm bớt được nữa.</p>
        <Form frame={frame} action={`/staff/bags/${code}/seal`} id="seal-form">
          <Hidden name="request_id" value={requestId} />
          <SealFields field={seal} hint="Để trống nếu không dùng niêm phong có số." />
          <Button>Niêm phong túi</Button>
        </Form>
      </section>
    </>
  )
}
