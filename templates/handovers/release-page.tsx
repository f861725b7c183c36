import type { InHand } from '../../src/custody/in-hand.ts'
import type { FieldError } from '../../src/kit/errors.ts'
import type { Frame } from '../../src/people/page.ts'
import { InHandTable } from '../custody/in-hand-table.tsx'
import { fieldsOf } from '../fields.ts'
import { StaffPage } from '../layout.tsx'
import { Button, ButtonGroup, ButtonLink } from '../parts/button.tsx'
import { Form, Hidden } from '../parts/form.tsx'
import { Select } from '../parts/select.tsx'
import { TextArea } from '../parts/text-area.tsx'

type Props = {
  frame: Frame
  now: Date
  takers: readonly { value: string; text: string }[]
  inHand: readonly InHand[]
  requestId: string
  values: Record<string, string>
  errors: readonly FieldError[]
}

/** The giver's list: to whom, and which parcels. */
export function ReleasePage({ frame, now, takers, inHand, requestId, values, errors }: Props) {
  const field = fieldsOf({ values, errors })
  return (
    <StaffPage frame={frame} title="Lập bảng giao" caption="Bàn giao" errors={errors} styles={['work.css']}>
      <p class="govuk-body">Bên giao chịu trách nhiệm cho đến khi bên nhận ký.</p>
      <Form frame={frame} action="/staff/handovers" id="release">
        <Hidden name="request_id" value={requestId} />
        <Select {...field('to')} label="Giao cho" choices={takers} none="Chọn bên nhận" />
        <TextArea
          {...field('codes')}
          label="Mã bưu gửi"
          hint="Quét nhãn hoặc gõ mã, mỗi dòng một mã. Có thể có dấu cách, gạch nối."
          rows={8}
          spellcheck={false}
        />
        <ButtonGroup>
          <Button>Ký giao</Button>
          <ButtonLink look="secondary" href="/staff/handovers">
            Quay lại
          </ButtonLink>
        </ButtonGroup>
      </Form>
      <InHandTable inHand={inHand} now={now} />
    </StaffPage>
  )
}
