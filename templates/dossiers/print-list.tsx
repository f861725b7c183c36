import { purposeWords } from '../custody/purpose-words.ts'
import type { DossierProps } from './dossier-page.tsx'
import { PrintLink } from './print-link.tsx'

type Paper = { href: string; text: string }

/** The papers of this dossier that can be printed now. A second printing says on the paper which it is. */
export function PrintList(page: DossierProps) {
  if (!page.may.print) return null
  return (
    <>
      <h2 class="govuk-heading-m">In</h2>
      <ul class="govuk-list">
        {[...forms(page), ...labels(page)].map(({ href, text }) => (
          <li>
            <PrintLink href={href}>{text}</PrintLink>
          </li>
        ))}
      </ul>
    </>
  )
}

function forms({ reference, dossier, supplement, events }: DossierProps): Paper[] {
  const isRefused = events.some(({ kind }) => kind === 'refusal')
  const papers: [name: string, text: string, exists: boolean][] = [
    ['waybill', 'Phiếu gửi hồ sơ, 2 bản', true],
    ['receipt', 'Giấy tiếp nhận và hẹn trả (mẫu 01)', dossier.accepted_at !== null && dossier.due_on !== null],
    ['supplement-request', 'Phiếu yêu cầu bổ sung (mẫu 02)', supplement !== null],
    ['refusal', 'Phiếu từ chối (mẫu 03)', isRefused],
  ]
  return papers.flatMap(([name, text, exists]) =>
    exists ? [{ href: `/staff/dossiers/${reference}/${name}.pdf`, text }] : [],
  )
}

const labels = ({ parcels }: DossierProps): Paper[] =>
  parcels
    .filter(({ is_over }) => !is_over)
    .flatMap(parcel =>
      [
        ['100x150', '100×150'],
        ['a6', 'A6'],
      ].map(([size, written]) => ({
        href: `/staff/parcels/${parcel.code}/label.pdf?size=${size}`,
        text: `Nhãn ${written}: ${purposeWords[parcel.purpose].toLowerCase()}`,
      })),
    )
