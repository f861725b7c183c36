import type { FieldError } from '../../src/kit/errors.ts'
import { writtenTime } from '../../src/kit/time.ts'
import { channelNames } from '../../src/messages/options.ts'
import type { SettingsOnScreen } from '../../src/messages/settings-on-screen.ts'
import type { Frame } from '../../src/people/page.ts'
import { RowTable } from '../control/row-table.tsx'
import { fieldsOf } from '../fields.ts'
import { StaffPage } from '../layout.tsx'
import { Button, ButtonLink } from '../parts/button.tsx'
import { Form } from '../parts/form.tsx'
import { NotificationBanner } from '../parts/notification-banner.tsx'
import { Radios } from '../parts/radios.tsx'
import { Select } from '../parts/select.tsx'
import { TextField } from '../parts/text-field.tsx'
import { texts } from './texts.ts'

type Props = SettingsOnScreen & {
  frame: Frame
  machines: readonly (keyof typeof channelNames)[]
  values: Record<string, string>
  errors: readonly FieldError[]
  done: string | undefined
}

/** How people are written to, and when not. */
export function SettingsPage(page: Props) {
  const { frame, errors, done, machines } = page
  return (
    <StaffPage
      frame={frame}
      title="Tin nhắn"
      caption="Quản trị"
      errors={errors}
      styles={['work.css']}
      banner={done && <NotificationBanner isSuccess>Đã lưu.</NotificationBanner>}
    >
      <p class="govuk-body">
        {machines.length
          ? `Đang gửi được bằng: ${machines.map(name => channelNames[name]).join(', ')}.`
          : 'Chưa cài đặt kênh nào: mọi tin cần thiết nằm ở trang Gọi điện.'}
      </p>
      <General {...page} />
      <Templates {...page} />
      <Mailboxes {...page} />
      <ButtonLink look="secondary" href="/staff/admin">
        Quay lại
      </ButtonLink>
    </StaffPage>
  )
}

function General({ frame, settings, values, errors }: Props) {
  const { quiet_from, quiet_until, with_marks, keep_days } = settings
  const stored = {
    quiet_from: writtenTime(quiet_from),
    quiet_until: writtenTime(quiet_until),
    with_marks: with_marks ? 'yes' : 'no',
    keep_days: String(keep_days),
  }
  const field = fieldsOf({ values: { ...stored, ...values }, errors })
  return (
    <Form frame={frame} action="/staff/admin/messages/settings">
      <h2 class="govuk-heading-m">Giờ nghỉ và cách viết</h2>
      <div class="bt-row">
        <TextField {...field('quiet_from')} label="Không báo tin từ" width={5} />
        <TextField {...field('quiet_until')} label="đến" width={5} />
      </div>
      <Radios {...field('with_marks')} legend="Tin SMS" variant="inline" choices={letters} />
      <TextField {...field('keep_days')} label="Giữ lời của tin trong (ngày)" width={5} inputmode="numeric" />
      <Button>Lưu</Button>
    </Form>
  )
}

const letters = [
  { value: 'no', text: 'Không dấu, 160 ký tự' },
  { value: 'yes', text: 'Có dấu, 70 ký tự' },
]

function Templates({ frame, templates, values, errors }: Props) {
  const stored = Object.fromEntries(templates.map(({ kind, template_id }) => [`templates.${kind}`, template_id ?? '']))
  const field = fieldsOf({ values: { ...stored, ...values }, errors })
  return (
    <Form frame={frame} action="/staff/admin/messages/templates">
      <h2 class="govuk-heading-m">Mẫu tin Zalo ZNS</h2>
      <p class="govuk-body">Mã mẫu mà Zalo đã duyệt cho mỗi loại tin. Để trống thì tin ấy không đi bằng Zalo.</p>
      <div class="bt-columns">
        {Object.entries(texts).map(([kind, { title }]) => (
          <TextField {...field(`templates.${kind}`)} label={title} inputmode="numeric" width={20} autocomplete="off" />
        ))}
      </div>
      <Button look="secondary">Lưu mẫu</Button>
    </Form>
  )
}

function Mailboxes({ frame, units, mailboxes, values, errors }: Props) {
  const field = fieldsOf({ values, errors })
  return (
    <Form frame={frame} action="/staff/admin/messages/mailbox">
      <h2 class="govuk-heading-m">Hộp thư của đơn vị</h2>
      <RowTable
        caption="Nhận cảnh báo và việc trong ngày"
        columns={[
          { head: 'Đơn vị', cell: ({ id, name }) => `${name} (${id})` },
          { head: 'Hộp thư', cell: ({ email }) => email ?? '' },
        ]}
        rows={mailboxes}
        none="Chưa đơn vị nào có hộp thư."
      />
      <Select {...field('unit')} label="Đơn vị" choices={units} none="Chọn đơn vị" />
      <TextField
        {...field('email')}
        label="Hộp thư"
        hint="Để trống để không gửi nữa."
        type="email"
        autocomplete="off"
      />
      <Button look="secondary">Lưu hộp thư</Button>
    </Form>
  )
}
