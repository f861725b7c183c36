import type { DossierOnScreen } from '../../src/dossiers/dossier-on-screen.ts'
import { dong } from '../../src/kit/money.ts'
import type { Frame } from '../../src/people/page.ts'
import { groupedItemCode, groupedReference } from '../documents/code-groups.ts'
import { PrintLink } from '../dossiers/print-link.tsx'
import { StaffPage } from '../layout.tsx'
import { ButtonLink } from '../parts/button.tsx'
import { Panel } from '../parts/panel.tsx'
import { Unverified } from './unverified.tsx'

type Props = DossierOnScreen & { frame: Frame; hotline: string }

/** Right after intake: the numbers to give out, what to print, what happens next and when, and the next dossier. */
export function ConfirmationPage(page: Props) {
  const { frame, dossier, lookupCode, unverified } = page
  const parcel = filingParcel(page)
  const isDesk = dossier.service === 'return'
  return (
    <StaffPage frame={frame} title={isDesk ? 'Đã ghi hồ sơ' : 'Đã nhận hồ sơ'} styles={['counter.css']} hasOwnHeading>
      <Panel title={isDesk ? 'Đã ghi hồ sơ' : 'Đã nhận hồ sơ'}>
        Mã tham chiếu
        <br />
        <strong>{groupedReference(dossier.reference)}</strong>
      </Panel>
      <dl class="bt-numbers">
        {parcel && <CodeLine label="Mã bưu gửi" code={groupedItemCode(parcel.code)} />}
        <CodeLine label="Mã tra cứu" code={lookupCode ?? 'in trên phiếu gửi'} />
        {dossier.official_code && (
          <CodeLine label="Mã hồ sơ" code={dossier.official_code} of="official_code" among={unverified} />
        )}
      </dl>
      <div class="bt-columns">
        {isDesk ? <DeskNext {...page} /> : <CounterNext {...page} />}
        <WhatFollows {...page} />
      </div>
      <NextDossier {...page} />
    </StaffPage>
  )
}

const filingParcel = ({ parcels }: Pick<Props, 'parcels'>) => parcels.find(({ purpose }) => purpose === 'filing')

type CodeLineProps = { label: string; code: string; of?: string; among?: readonly string[] }

const CodeLine = ({ label, code, of = '', among = [] }: CodeLineProps) => (
  <div>
    <dt>{label}</dt>
    <dd class="bt-code">
      {code} <Unverified of={of} among={among} />
    </dd>
  </div>
)

function CounterNext(page: Props) {
  const { reference } = page.dossier
  const parcel = filingParcel(page)
  return (
    <section aria-labelledby="now-heading">
      <h2 class="govuk-heading-m" id="now-heading">
        Việc ngay bây giờ
      </h2>
      <ol class="govuk-list govuk-list--number">
        <li>
          <PrintLink href={`/staff/dossiers/${reference}/waybill.pdf`} hasFocus>
            In phiếu gửi, 2 bản
          </PrintLink>
          . Hai bên cùng ký.
        </li>
        {parcel && (
          <li>
            In nhãn <PrintLink href={`/staff/parcels/${parcel.code}/label.pdf?size=100x150`}>cỡ 100×150</PrintLink> hoặc{' '}
            <PrintLink href={`/staff/parcels/${parcel.code}/label.pdf?size=a6`}>cỡ A6</PrintLink>. Dán và niêm phong
            trước mặt người nộp.
          </li>
        )}
        <li>
          <Collection {...page} />
        </li>
      </ol>
    </section>
  )
}

function Collection({ dossier, unverified }: Props) {
  const { payer, payment_when, postage_amount, state_fee_amount } = dossier
  const isHere = payer === 'sender' && payment_when === 'counter'
  return (
    <>
      {isHere ? 'Thu tại quầy: cước ' : 'Không thu tại quầy: cước '}
      {dong(postage_amount)} <Unverified of="postage" among={unverified} />, lệ phí {dong(state_fee_amount)}{' '}
      <Unverified of="fee" among={unverified} />
    </>
  )
}

const DeskNext = ({ dossier: { reference } }: Props) => (
  <section aria-labelledby="now-heading">
    <h2 class="govuk-heading-m" id="now-heading">
      Việc ngay bây giờ
    </h2>
    <ol class="govuk-list govuk-list--number">
      <li>
        <PrintLink href={`/staff/dossiers/${reference}/waybill.pdf`} hasFocus>
          In phiếu gửi
        </PrintLink>{' '}
        có mã tra cứu, đưa cho người nộp.
      </li>
      <li>Khi có kết quả: báo kết quả, rồi làm bưu gửi ở trang hồ sơ.</li>
    </ol>
  </section>
)

function WhatFollows({ units, dossier, hotline }: Props) {
  const isReturned = dossier.service !== 'receive'
  return (
    <section aria-labelledby="later-heading">
      <h2 class="govuk-heading-m" id="later-heading">
        Nói với ông/bà
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {dossier.service !== 'return' && (
          <li>Hồ sơ đến {units[dossier.desk_id]}. Công an kiểm tra và ấn định ngày hẹn trả.</li>
        )}
        {isReturned ? (
          <li>
            Kết quả đến trong 48 giờ, kể từ khi bưu điện nhận kết quả từ công an
            {dossier.return_to === 'post_office' && `, tại ${units[dossier.return_office ?? '']}`}.
          </li>
        ) : (
          <li>Có kết quả, ông/bà đến lấy tại cơ quan công an.</li>
        )}
        <li>Xem hồ sơ đến đâu bằng mã tra cứu, hoặc gọi {hotline}.</li>
      </ul>
    </section>
  )
}

function NextDossier({ dossier: { reference, procedure_key, service } }: Props) {
  const base = service === 'return' ? '/staff/desk' : '/staff/counter'
  const finder = service === 'return' ? '/staff/desk/new' : base
  return (
    <nav aria-label="Hồ sơ tiếp theo">
      <div class="govuk-button-group">
        <ButtonLink href={finder}>Hồ sơ tiếp theo</ButtonLink>
        <ButtonLink look="secondary" href={`${base}/new?procedure=${procedure_key}&next_to=${reference}`}>
          Hồ sơ tiếp theo của cùng gia đình
        </ButtonLink>
        <a class="govuk-link" href={`${finder}?next_to=${reference}`}>
          Cùng gia đình, thủ tục khác
        </a>
        <a class="govuk-link" href={`/staff/dossiers/${reference}`}>
          Mở trang hồ sơ này
        </a>
      </div>
    </nav>
  )
}
