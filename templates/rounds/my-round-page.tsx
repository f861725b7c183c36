import type { FieldError } from '../../src/kit/errors.ts'
import type { Frame } from '../../src/people/page.ts'
import type { Round } from '../../src/rounds/queries.ts'
import type { RoundOnScreen } from '../../src/rounds/round-on-screen.ts'
import { Section } from '../control/section.tsx'
import { fieldsOf } from '../fields.ts'
import { StaffPage } from '../layout.tsx'
import { Button, ButtonLink } from '../parts/button.tsx'
import { Details } from '../parts/details.tsx'
import { Form } from '../parts/form.tsx'
import { NotificationBanner } from '../parts/notification-banner.tsx'
import { PlanFields } from './plan-fields.tsx'
import { reviewNews } from './review-news.ts'
import { StopList } from './stop-list.tsx'

type Props = {
  frame: Frame
  /** The round he is on; null between two. */
  shown: RoundOnScreen | null
  colleagues: readonly Round[]
  values: Record<string, string>
  errors: readonly FieldError[]
  done: string | undefined
}

const news: Record<string, string> = {
  review: reviewNews,
  delivered: 'Đã ghi: đã phát.',
  attempted: 'Đã ghi: chưa phát được.',
  planned: 'Đã thêm vào chuyến phát.',
  taken: 'Đã nhận thay. Các điểm phát ở dưới.',
}

/** A courier's way: what is left first, each stop one large target. */
export function MyRoundPage({ frame, shown, colleagues, values, errors, done }: Props) {
  const said = done === undefined || errors.length ? undefined : news[done]
  return (
    <StaffPage
      frame={frame}
      title="Chuyến phát của tôi"
      errors={errors}
      styles={['work.css']}
      banner={said && <NotificationBanner isSuccess={done !== 'review'}>{said}</NotificationBanner>}
    >
      {shown ? <Way shown={shown} /> : <p class="govuk-body">Chưa có chuyến phát. Quét bưu gửi để mở chuyến.</p>}
      <Details summary="Thêm bưu gửi vào chuyến" isOpen={!shown || errors.length > 0}>
        <Form frame={frame} action="/staff/round" id="plan">
          <PlanFields field={fieldsOf({ values, errors })} />
          <Button>{shown ? 'Thêm vào chuyến' : 'Mở chuyến phát'}</Button>
        </Form>
      </Details>
      {colleagues.length > 0 && <Colleagues frame={frame} colleagues={colleagues} />}
    </StaffPage>
  )
}

function Way({ shown: { round, stops } }: { shown: RoundOnScreen }) {
  const open = stops.filter(({ is_open }) => is_open)
  const done = stops.filter(({ is_open }) => !is_open)
  return (
    <>
      <p class="govuk-body">
        Còn <strong>{open.length}</strong> trong {stops.length} điểm phát.
      </p>
      <ToLoad stops={open} />
      <StopList round={round} stops={open} />
      {done.length > 0 && (
        <Section id="done" title="Đã báo" total={done.length}>
          <StopList round={round} stops={done} />
        </Section>
      )}
      <ButtonLink look="secondary" href={`/staff/rounds/${round.id}/sheet.pdf`}>
        In bản kê phát (BD13)
      </ButtonLink>
    </>
  )
}

/** Planned for him and not scanned yet: the station is opened with all their codes. */
function ToLoad({ stops }: Pick<RoundOnScreen, 'stops'>) {
  const codes = stops.flatMap(({ parcels }) =>
    parcels.flatMap(({ code, state }) => (state === 'to_load' ? [code] : [])),
  )
  if (!codes.length) return null
  const query = new URLSearchParams({ step: 'load', codes: codes.join('\n') })
  return <ButtonLink href={`/staff/scan?${query}`}>{`Nhận đi phát ${codes.length} bưu gửi`}</ButtonLink>
}

const Colleagues = ({ frame, colleagues }: Pick<Props, 'frame' | 'colleagues'>) => (
  <Details summary="Nhận thay bưu tá khác">
    {colleagues.map(({ id, courier, parcels }) => (
      <Form frame={frame} action={`/staff/rounds/${id}/take-over`} id={`take-over-${id}`}>
        <p class="govuk-body">
          {courier}: {parcels} bưu gửi trên chuyến. Chỉ bấm khi đã cầm bưu gửi trong tay.
        </p>
        <Button look="secondary">Nhận thay {courier}</Button>
      </Form>
    ))}
  </Details>
)
