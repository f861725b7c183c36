import { leftWith } from '../../src/custody/reasons.ts'
import type { FieldError } from '../../src/kit/errors.ts'
import { dong } from '../../src/kit/money.ts'
import type { Frame } from '../../src/people/page.ts'
import type { Waiting } from '../../src/rounds/waiting-for.ts'
import { ItemCodeText } from '../custody/item-code-text.tsx'
import { fieldsOf } from '../fields.ts'
import { StaffPage } from '../layout.tsx'
import { Button, ButtonLink } from '../parts/button.tsx'
import { choicesOf } from '../parts/choices.ts'
import { Form, Hidden } from '../parts/form.tsx'
import { NotificationBanner } from '../parts/notification-banner.tsx'
import { Radios } from '../parts/radios.tsx'
import { SummaryList } from '../parts/summary-list.tsx'
import { reviewNews } from './review-news.ts'
import { StopParcels } from './stop-parcels.tsx'
import { TakingFields } from './taking-fields.tsx'

type Props = {
  frame: Frame
  code: string
  waiting: Waiting | null
  values: Record<string, string>
  errors: readonly FieldError[]
  done: string | undefined
}

const news: Record<string, string> = {
  handed: 'Đã ghi: đã giao tại quầy.',
  notice: 'Đã ghi giấy mời.',
  review: reviewNews,
}

/** The counter: all that waits for one receiver, handed out with its proof; or another notice. */
export function CollectionPage({ frame, code, waiting, values, errors, done }: Props) {
  const said = done === undefined || errors.length ? undefined : news[done]
  return (
    <StaffPage
      frame={frame}
      title="Giao tại quầy"
      caption="Các chuyến phát"
      errors={errors}
      styles={['work.css']}
      banner={said && <NotificationBanner isSuccess={done !== 'review'}>{said}</NotificationBanner>}
    >
      {waiting ? (
        <Handing frame={frame} code={code} waiting={waiting} values={values} errors={errors} />
      ) : (
        code && (
          <p class="govuk-body">
            Không có bưu gửi <ItemCodeText code={code} /> chờ tại quầy này.
          </p>
        )
      )}
      <ButtonLink look="secondary" href="/staff/rounds">
        Về các chuyến phát
      </ButtonLink>
    </StaffPage>
  )
}

type HandingProps = Omit<Props, 'done' | 'waiting'> & { waiting: Waiting }

function Handing({ frame, code, waiting, values, errors }: HandingProps) {
  const { name, address, parcels, to_collect, hands, due } = waiting
  const usual = { name, collected: String(to_collect ?? ''), 'means.kind': 'sheet' }
  const field = fieldsOf({ values: { ...usual, ...values }, errors })
  const request = <Hidden name="request_id" value={values['request_id'] ?? ''} />
  return (
    <>
      <SummaryList
        rows={[
          { label: 'Người nhận', value: name },
          { label: 'Địa chỉ', value: address },
          { label: 'Phải thu', value: dong(to_collect) },
        ]}
      />
      <Form frame={frame} action={`/staff/collections/${code}`} id="collection">
        {request}
        <StopParcels parcels={parcels} field={field('codes')} />
        <TakingFields field={field} hands={hands} due={[]} />
        <Button>Ghi đã giao</Button>
      </Form>
      {due && due.notices < 2 && (
        <Form frame={frame} action={`/staff/collections/${code}/notices`} id="notice">
          {request}
          <Radios
            {...field('left_with')}
            legend={`Giấy mời lần ${due.notices + 1}`}
            legendSize="m"
            hint="Người nhận chưa đến. Lần 2 cách lần 1 hai ngày làm việc."
            choices={choicesOf(leftWith)}
          />
          <Button look="secondary">Ghi đã gửi giấy mời</Button>
        </Form>
      )}
    </>
  )
}
