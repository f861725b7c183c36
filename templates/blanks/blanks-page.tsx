import type { Batch, UsedBlank } from '../../src/blanks/queries.ts'
import type { FieldError } from '../../src/kit/errors.ts'
import { longTime } from '../../src/kit/time.ts'
import type { Frame } from '../../src/people/page.ts'
import { RowTable } from '../control/row-table.tsx'
import { Section } from '../control/section.tsx'
import { span } from '../control/time-left.tsx'
import { ItemCodeText } from '../custody/item-code-text.tsx'
import { fieldsOf } from '../fields.ts'
import { StaffPage } from '../layout.tsx'
import { newsOf } from '../news.ts'
import { Button } from '../parts/button.tsx'
import { Details } from '../parts/details.tsx'
import { Form, Hidden } from '../parts/form.tsx'
import { NotificationBanner } from '../parts/notification-banner.tsx'
import type { Column } from '../parts/table.tsx'
import { TextField } from '../parts/text-field.tsx'

type Props = {
  frame: Frame
  now: Date
  batches: readonly Batch[]
  used: readonly UsedBlank[]
  /** Which form came back. */
  at: string
  values: Record<string, string>
  errors: readonly FieldError[]
  done: string | undefined
}

const news: Record<string, string> = {
  order: 'Đã tạo bộ phiếu. Xin in ở danh sách bên dưới.',
  spoiled: 'Đã ghi bộ phiếu hỏng.',
}

/** Blank sets of an office: what waits to be typed in stands first. */
export function BlanksPage({ frame, now, batches, used, at, values, errors, done }: Props) {
  const ofForm = (name: string) => fieldsOf(at === name ? { values, errors } : {})
  const [order, spoiled] = [ofForm('order'), ofForm('spoiled')]
  const said = newsOf(news, done)
  return (
    <StaffPage
      frame={frame}
      title="Bộ phiếu in sẵn"
      errors={errors}
      styles={['work.css']}
      banner={said && <NotificationBanner isSuccess>{said}</NotificationBanner>}
    >
      <p class="govuk-body">Dùng khi nhận tại nhà, mất điện, máy hỏng. Dùng xong, nhập lại hồ sơ theo mã bưu gửi.</p>
      <Section id="used" title="Đã dùng, chưa nhập hồ sơ" total={used.length}>
        <RowTable
          caption="Lâu nhất trước"
          columns={usedColumns(now)}
          rows={used}
          none="Không còn bộ phiếu nào chờ nhập."
        />
      </Section>
      <Section id="unused" title="Còn trống" total={batches.length}>
        <RowTable caption="Mới nhất trước" columns={batchColumns} rows={batches} none="Chưa in bộ phiếu nào." />
      </Section>
      <Form frame={frame} action="/staff/blanks" id="order">
        <Hidden name="request_id" value={values['request_id'] ?? ''} />
        <TextField {...order('count')} label="Số bộ phiếu cần in" inputmode="numeric" width={4} />
        <Button>Tạo bộ phiếu</Button>
      </Form>
      <Details summary="Ghi bộ phiếu hỏng hoặc mất" isOpen={at === 'spoiled'}>
        <Form frame={frame} action="/staff/blanks/spoiled" id="spoiled">
          <TextField {...spoiled('code')} label="Mã bưu gửi trên bộ phiếu" spellcheck={false} />
          <TextField {...spoiled('reason')} label="Vì sao" />
          <Button look="secondary">Ghi</Button>
        </Form>
      </Details>
    </StaffPage>
  )
}

const usedColumns = (now: Date): Column<UsedBlank>[] => [
  { head: 'Bưu gửi', cell: ({ code }) => <ItemCodeText code={code} /> },
  { head: 'Đang ở', cell: ({ holder }) => holder ?? '–' },
  { head: 'Từ', cell: ({ since }) => span(now.getTime() - since.getTime()) },
]

const batchColumns: Column<Batch>[] = [
  { head: 'Tạo lúc', cell: ({ printed_at }) => longTime(printed_at) },
  { head: 'Số bộ', cell: ({ printed }) => printed, isNumeric: true },
  { head: 'Còn', cell: ({ unused }) => unused, isNumeric: true },
  {
    head: 'In',
    cell: ({ batch_id, unused }) => (
      <a class="govuk-link" href={`/staff/blanks/${batch_id}/sets.pdf`}>
        {`In ${unused} bộ`}
      </a>
    ),
  },
]
