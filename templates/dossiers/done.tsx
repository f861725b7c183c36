import { groupedItemCode } from '../documents/code-groups.ts'
import { NotificationBanner } from '../parts/notification-banner.tsx'
import type { DossierProps } from './dossier-page.tsx'
import { PrintLink } from './print-link.tsx'

/** What was done, and the paper that goes with it. */
export function Done({ done, reference, lookupCode, parcels }: DossierProps & { done: string }) {
  const news = decided[done]
  if (news) return <News {...news} path={`/staff/dossiers/${reference}`} />
  if (done === 'parcel') {
    const code = parcels.at(-1)?.code ?? ''
    return (
      <News
        text={`Đã làm bưu gửi ${groupedItemCode(code)}.`}
        print="label.pdf"
        name="In nhãn"
        path={`/staff/parcels/${code}`}
      />
    )
  }
  if (done !== 'lookup_code' || !lookupCode) return null
  const text = `Mã tra cứu mới: ${lookupCode}. Mã cũ không dùng được nữa.`
  return <News text={text} print="waybill.pdf" name="In lại phiếu gửi" path={`/staff/dossiers/${reference}`} />
}

type Paper = { text: string; print?: string; name?: string }

const decided: Record<string, Paper> = {
  acceptance: { text: 'Đã tiếp nhận hồ sơ.', print: 'receipt.pdf', name: 'In giấy tiếp nhận và hẹn trả (mẫu 01)' },
  supplement_request: {
    text: 'Đã yêu cầu bổ sung. Thời hạn giải quyết tạm dừng.',
    print: 'supplement-request.pdf',
    name: 'In phiếu yêu cầu bổ sung (mẫu 02)',
  },
  supplement: { text: 'Đã ghi nhận giấy tờ bổ sung.' },
  refusal: { text: 'Đã từ chối tiếp nhận.', print: 'refusal.pdf', name: 'In phiếu từ chối (mẫu 03)' },
  extension: { text: 'Đã hẹn lại ngày trả.' },
  stop: { text: 'Đã dừng giải quyết hồ sơ.' },
  withdrawal: { text: 'Đã ghi nhận rút hồ sơ.' },
  refund: { text: 'Đã ghi khoản cần hoàn. Xin báo người nộp đến nhận.' },
  refund_payment: { text: 'Đã ghi nhận hoàn tiền.' },
  result: { text: 'Đã báo có kết quả. Việc tiếp theo: làm bưu gửi.' },
}

const News = ({ text, print, name, path }: Paper & { path: string }) => (
  <NotificationBanner isSuccess>
    <p class="govuk-notification-banner__heading">{text}</p>
    {print && (
      <PrintLink href={`${path}/${print}`} hasFocus>
        {name}
      </PrintLink>
    )}
  </NotificationBanner>
)
