import type { BagOnScreen } from '../../src/bags/bag-on-screen.ts'
import { differenceKinds, states } from '../../src/bags/options.ts'
import type { FieldError } from '../../src/kit/errors.ts'
import { longTime } from '../../src/kit/time.ts'
import type { Frame } from '../../src/people/page.ts'
import { fieldsOf } from '../fields.ts'
import { DifferenceList } from '../handovers/difference-list.tsx'
import { StaffPage } from '../layout.tsx'
import { newsOf } from '../news.ts'
import { ButtonLink } from '../parts/button.tsx'
import { Details } from '../parts/details.tsx'
import { NotificationBanner } from '../parts/notification-banner.tsx'
import { SummaryList } from '../parts/summary-list.tsx'
import { ContentsTable } from './contents-table.tsx'
import { OpeningForm } from './opening-form.tsx'
import { PackingForms } from './packing-forms.tsx'

type Props = BagOnScreen & {
  frame: Frame
  /** Which of the page's forms was sent. */
  at: string
  requestId: string
  values: Record<string, string>
  errors: readonly FieldError[]
  done: string | undefined
}

const news: Record<string, string> = {
  making: 'Đã lập túi. Xin quét bưu gửi cho vào.',
  packing: 'Đã cho vào túi.',
  removal: 'Đã lấy khỏi túi.',
  seal: 'Đã niêm phong. Xin in nhãn và dán lên túi. Từ đây chỉ cần quét mã túi.',
  opening: 'Đã mở túi. Bưu gửi trong túi nay do đơn vị này giữ.',
  closing: 'Đã ghi lý do.',
}

/** One bag: what it says of itself, and what this person may do with it. */
export function BagPage({ frame, bag, isBlind, parcels, differences, may, at, requestId, ...sent }: Props) {
  const { values, errors, done } = sent
  const said = newsOf(news, done)
  const fieldOf = (form: string) => fieldsOf(at === form ? { values, errors } : {})
  const common = { frame, code: bag.code, requestId }
  return (
    <StaffPage
      frame={frame}
      title={bag.code}
      caption="Túi thư"
      errors={errors}
      styles={['work.css']}
      banner={said && <NotificationBanner isSuccess>{said}</NotificationBanner>}
    >
      <Facts bag={bag} isBlind={isBlind} />
      {may.label && (
        <ButtonLink look="secondary" href={`/staff/bags/${bag.code}/label.pdf`}>
          In nhãn túi
        </ButtonLink>
      )}
      {may.pack && <PackingForms {...common} packing={fieldOf('packing')} seal={fieldOf('seal')} />}
      {may.open && isBlind && <OpeningForm {...common} field={fieldOf('opening')} />}
      <DifferenceList
        frame={frame}
        title="Không như lúc niêm phong"
        kinds={differenceKinds}
        sides={{ giver: 'Nơi niêm phong', taker: 'Nơi mở' }}
        action={`/staff/bags/${bag.code}/differences`}
        differences={differences.map(one => ({ ...one, ...(one.code ? {} : { words: differsWords(bag, one.kind) }) }))}
        at={at}
        reason={values['reason']}
        errors={errors}
      />
      {!isBlind && <ContentsTable parcels={parcels} />}
      {may.open && !isBlind && (
        <Details summary="Mở túi" isOpen={at === 'opening'}>
          <OpeningForm {...common} field={fieldOf('opening')} />
        </Details>
      )}
    </StaffPage>
  )
}

/** What only the count may show stays off the page until then. */
function Facts({ bag, isBlind }: Pick<Props, 'bag' | 'isBlind'>) {
  const { state, made_name, to_name, sealed_at, opened_at, opened_name } = bag
  return (
    <SummaryList
      rows={[
        { label: 'Tình trạng', value: states[state] },
        { label: 'Từ', value: made_name },
        { label: 'Đến', value: to_name },
        sealed_at && { label: 'Niêm phong lúc', value: longTime(sealed_at) },
        sealed_at && !isBlind ? { label: 'Niêm phong', value: sealWords(bag.seal_number, bag.weight_g) } : null,
        opened_at && { label: 'Mở lúc', value: `${longTime(opened_at)}, tại ${opened_name}` },
        opened_at && { label: 'Khi mở', value: sealWords(bag.found_seal, bag.found_weight_g) },
      ]}
    />
  )
}

const differsWords = (bag: Props['bag'], kind: string) =>
  kind === 'weight'
    ? `Khi niêm phong ${bag.weight_g} g, khi mở ${bag.found_weight_g} g`
    : `Khi niêm phong ${bag.seal_number ?? 'không ghi'}, khi mở ${bag.found_seal ?? 'không thấy'}`

const sealWords = (seal: string | null, grams: number | null) =>
  `${seal ? `số ${seal}` : 'không ghi số'}, ${grams === null ? 'không cân' : `${grams} g`}`
