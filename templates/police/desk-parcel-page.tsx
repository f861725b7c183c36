import type { ParcelView } from '../../src/custody/queries.ts'
import type { Frame } from '../../src/people/page.ts'
import { ItemCodeText } from '../custody/item-code-text.tsx'
import { StaffPage } from '../layout.tsx'
import { ButtonGroup, ButtonLink } from '../parts/button.tsx'
import { Panel } from '../parts/panel.tsx'

type Props = { frame: Frame; parcel: ParcelView; hotline: string }

/** The envelope is made: its code, what to do with it now, and whom to call. */
export const DeskParcelPage = ({ frame, parcel: { code }, hotline }: Props) => (
  <StaffPage frame={frame} title="Đã làm bưu gửi" hasOwnHeading styles={['work.css']}>
    <Panel title="Đã làm bưu gửi">
      <ItemCodeText code={code} />
    </Panel>
    <h2 class="govuk-heading-m">Việc tiếp theo</h2>
    <ol class="govuk-list govuk-list--number">
      <li>In nhãn và dán lên phong bì.</li>
      <li>Bỏ giấy tờ vào, kiểm lại từng hồ sơ, niêm phong.</li>
      <li>Giao cho bưu điện. Người nhận quét mã: 48 giờ bắt đầu từ lúc đó.</li>
    </ol>
    <ButtonGroup>
      <ButtonLink href={`/staff/parcels/${code}/label.pdf`}>In nhãn</ButtonLink>
      <ButtonLink look="secondary" href="/staff/desk">
        Về bàn tiếp nhận
      </ButtonLink>
    </ButtonGroup>
    <p class="govuk-body">Cho nhầm giấy tờ hoặc hỏng nhãn: gọi {hotline} trước khi giao.</p>
  </StaffPage>
)
