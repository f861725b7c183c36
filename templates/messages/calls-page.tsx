import type { FieldError } from '../../src/kit/errors.ts'
import { nationalPhone } from '../../src/kit/phone.ts'
import { longTime } from '../../src/kit/time.ts'
import type { Call } from '../../src/messages/call-list.ts'
import { callOutcomes } from '../../src/messages/options.ts'
import type { Frame } from '../../src/people/page.ts'
import { Section } from '../control/section.tsx'
import { fieldsOf } from '../fields.ts'
import { StaffPage } from '../layout.tsx'
import { Button } from '../parts/button.tsx'
import { choicesOf } from '../parts/choices.ts'
import { Form } from '../parts/form.tsx'
import { NotificationBanner } from '../parts/notification-banner.tsx'
import { Radios } from '../parts/radios.tsx'
import { SummaryList } from '../parts/summary-list.tsx'
import { TextField } from '../parts/text-field.tsx'

type Props = {
  frame: Frame
  calls: readonly Call[]
  values: Record<string, string>
  errors: readonly FieldError[]
  done: string | undefined
}

const news: Record<string, string> = {
  told: 'Đã ghi: đã báo cho người dân.',
  later: 'Đã ghi: chưa gọi được. Hai giờ nữa tên này hiện lại.',
}

/** Whom to call, what is news for the shortest time first. */
export function CallsPage({ frame, calls, values, errors, done }: Props) {
  const said = done ? news[done] : undefined
  return (
    <StaffPage
      frame={frame}
      title="Gọi điện"
      errors={errors}
      styles={['work.css']}
      banner={said && <NotificationBanner isSuccess>{said}</NotificationBanner>}
    >
      <p class="govuk-body">Gọi những người mà tin nhắn không đến được. Chỉ nói những câu dưới đây.</p>
      {calls.map(call => (
        <CallForm frame={frame} call={call} values={values} errors={errors} />
      ))}
      {!calls.length && <p class="govuk-body">Không có ai cần gọi.</p>}
    </StaffPage>
  )
}

function CallForm({ frame, call, values, errors }: Omit<Props, 'calls' | 'done'> & { call: Call }) {
  const { id, reference, title, name, phone, until, tries, words } = call
  const field = fieldsOf({ values: {}, errors })
  const isThis = errors.some(({ pointer }) => pointer.startsWith(`/${id}/`))
  const typed = (member: string) => ({
    ...field(`${id}.${member}`),
    name: member,
    value: isThis ? values[member] : undefined,
  })
  return (
    <Section id={`call-${id}`} title={`${name}, ${nationalPhone(phone)}`}>
      <SummaryList
        rows={[
          {
            label: 'Hồ sơ',
            value: (
              <a class="govuk-link bt-code" href={`/staff/dossiers/${reference}`}>
                {reference}
              </a>
            ),
          },
          { label: 'Việc', value: title },
          { label: 'Lời nói', value: words.map(sentence => <p class="govuk-body">{sentence}</p>) },
          { label: 'Gọi trước', value: longTime(until) },
          tries ? { label: 'Đã gọi', value: `${tries} lần` } : null,
        ]}
      />
      <Form frame={frame} action={`/staff/calls/${id}`}>
        <Radios
          {...typed('outcome')}
          legend={`Kết quả cuộc gọi ${reference}`}
          variant="inline"
          choices={choicesOf(callOutcomes)}
        />
        <TextField {...typed('note')} label="Ghi chú (nếu có)" autocomplete="off" />
        <Button look="secondary">Ghi lại</Button>
      </Form>
    </Section>
  )
}
