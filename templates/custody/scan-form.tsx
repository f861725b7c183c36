import type { ComponentChildren } from 'preact'
import type { OwnSteps } from '../../src/custody/own-steps.ts'
import type { FieldError } from '../../src/kit/errors.ts'
import type { Frame } from '../../src/people/page.ts'
import { fieldsOf } from '../fields.ts'
import { Button } from '../parts/button.tsx'
import { Form, Hidden } from '../parts/form.tsx'
import { Select } from '../parts/select.tsx'
import { TextArea } from '../parts/text-area.tsx'
import { StepChoice } from './step-choice.tsx'

export type ScanFormProps = {
  frame: Frame
  values: Record<string, string>
  errors: readonly FieldError[]
  steps: OwnSteps
  units: readonly { id: string; name: string }[]
  offices: readonly { id: string; name: string }[]
  /** The id of this form: what is sent with it twice is recorded once. */
  requestId: string
  action?: string
  /** What else is asked for, before the codes. */
  children?: ComponentChildren
}

/** What happened, and to which parcels. The step stays chosen: one scans many in a row. */
export function ScanForm({ frame, values, errors, steps, units, offices, requestId, ...page }: ScanFormProps) {
  const { action = '/staff/scan', children } = page
  const field = fieldsOf({ values, errors })
  const unitChoices = units.map(({ id, name }) => ({ value: id, text: name }))
  return (
    <Form frame={frame} action={action} id="scan">
      <Hidden name="request_id" value={requestId} />
      <StepChoice field={field} steps={steps} offices={offices} />
      {units.length > 1 ? (
        <Select {...field('unit')} label="Quét cho đơn vị" choices={unitChoices} />
      ) : (
        <Hidden name="unit" value={units[0]?.id ?? ''} />
      )}
      {children}
      <TextArea
        {...field('codes')}
        label="Mã bưu gửi"
        labelSize="m"
        hint="Quét nhãn hoặc gõ mã, mỗi dòng một mã. Có thể có dấu cách, gạch nối."
        rows={3}
        spellcheck={false}
      />
      <Button>Ghi</Button>
      <p class="bt-away" hidden data-away>
        Máy quét chưa ở đây. Bấm vào trang rồi quét tiếp.
      </p>
      <p class="bt-queue" hidden data-queue={frame.actor?.id} role="status" />
    </Form>
  )
}
