import { conditions } from '../../src/custody/reasons.ts'
import { modes } from '../../src/handovers/options.ts'
import type { Frame } from '../../src/people/page.ts'
import type { Field } from '../fields.ts'
import { Button, ButtonGroup } from '../parts/button.tsx'
import { choicesOf } from '../parts/choices.ts'
import { Form, Hidden } from '../parts/form.tsx'
import { Radios } from '../parts/radios.tsx'
import { Select } from '../parts/select.tsx'
import { TextArea } from '../parts/text-area.tsx'
import { TextField } from '../parts/text-field.tsx'

type Props = {
  frame: Frame
  id: string
  requestId: string
  field: (name: string) => Field
  /** The taker signs on the giver's phone. */
  isLent: boolean
}

/** The taker's form: how they made sure, what they have, how it looked. Counting before signing changes nothing. */
export function AcceptanceForm({ frame, id, requestId, field, isLent }: Props) {
  return (
    <Form frame={frame} action={`/staff/handovers/${id}/acceptance`} id="acceptance">
      <Hidden name="request_id" value={requestId} />
      {isLent ? <Signer field={field} /> : <Ways field={field} />}
      <TextArea
        {...field('codes')}
        label="Mã bưu gửi đã nhận"
        hint={isLent ? 'Để trống nếu nhận đủ cả bảng.' : 'Quét nhãn hoặc gõ mã, mỗi dòng một mã. Khi đếm thì để trống.'}
        rows={8}
        spellcheck={false}
      />
      <Select {...field('condition')} label="Tình trạng" choices={choicesOf(conditions)} none="Không ghi" />
      <TextField {...field('reservation')} label="Nhận có bảo lưu" hint="Ví dụ: một phong bì rách mép." />
      <ButtonGroup>
        <Button>Ký nhận</Button>
        <Button look="secondary" formaction={`/staff/handovers/${id}/tally`}>
          Đối chiếu, chưa ký
        </Button>
      </ButtonGroup>
    </Form>
  )
}

/** What a way asks for besides is in view while it is chosen, without a script. */
function Ways({ field }: { field: Props['field'] }) {
  const { pin: _, ...own } = modes
  return (
    <>
      <Radios {...withFirst(field('mode'))} legend="Cách nhận" legendSize="m" choices={choicesOf(own)} />
      <div class="bt-details bt-details--count">
        <TextField {...field('count')} label="Đếm được" inputmode="numeric" width={4} suffix="bưu gửi" />
      </div>
      <div class="bt-details bt-details--paper">
        <TextField {...field('paper_number')} label="Số bảng giấy" width={20} />
        <TextField {...field('signed_at')} label="Ký lúc" hint="Ví dụ: 23/11/2026 14:05" width={20} />
      </div>
    </>
  )
}

const withFirst = (mode: Field): Field => ({ ...mode, value: mode.value ?? 'scans' })

function Signer({ field }: { field: Props['field'] }) {
  return (
    <>
      <Hidden name="mode" value="pin" />
      <TextField
        {...field('signer.username')}
        label="Tên đăng nhập của người nhận"
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        width={20}
      />
      <TextField
        {...field('signer.password')}
        label="Mật khẩu của người nhận"
        type="password"
        autocomplete="off"
        width={20}
      />
    </>
  )
}
