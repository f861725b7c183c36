import { idKinds, returnPlaces, services } from '../../src/dossiers/options.ts'
import { dong } from '../../src/kit/money.ts'
import { nationalPhone } from '../../src/kit/phone.ts'
import { localMoment, longDate, longTime } from '../../src/kit/time.ts'
import { Unverified } from '../counter/unverified.tsx'
import { holderWords } from '../custody/holder-words.ts'
import { ItemCodeText } from '../custody/item-code-text.tsx'
import { purposeWords } from '../custody/purpose-words.ts'
import { SummaryList } from '../parts/summary-list.tsx'
import { type Column, Table } from '../parts/table.tsx'
import { Tag } from '../parts/tag.tsx'
import type { DossierProps } from './dossier-page.tsx'
import { StatusTag } from './status-tag.tsx'

export function Summary({ status, dossier, units, unverified }: DossierProps) {
  const { state_fee_amount, state_fee_note, postage_amount, postage_note } = dossier
  return (
    <SummaryList
      rows={[
        { label: 'Trạng thái', value: <StatusTag status={status} /> },
        {
          label: 'Mã hồ sơ',
          value: <Marked of="official_code" among={unverified} value={dossier.official_code ?? 'chưa có'} />,
        },
        {
          label: 'Hẹn trả',
          value: dossier.due_on ? (
            <Marked of="due_on" among={unverified} value={longDate(localMoment(dossier.due_on))} />
          ) : (
            'chưa có, công an ấn định'
          ),
        },
        { label: 'Nhận lúc', value: `${longTime(dossier.created_at)}, ${units[dossier.intake_unit]}` },
        { label: 'Nơi giải quyết', value: units[dossier.desk_id] },
        { label: 'Dịch vụ', value: services[dossier.service] },
        {
          label: 'Trả kết quả',
          value: (
            <Marked
              of="return_office"
              among={unverified}
              value={[returnPlaces[dossier.return_to], units[dossier.return_office ?? '']].filter(Boolean).join(', ')}
            />
          ),
        },
        {
          label: 'Lệ phí nhà nước',
          value: (
            <>
              {dong(state_fee_amount)} <Unverified of="fee" among={unverified} /> ({state_fee_note})
            </>
          ),
        },
        {
          label: 'Cước bưu điện',
          value: (
            <>
              {dong(postage_amount)} <Unverified of="postage" among={unverified} /> ({postage_note})
            </>
          ),
        },
      ]}
    />
  )
}

const Marked = ({ value, of, among }: { value: string; of: string; among: readonly string[] }) => (
  <>
    {value} <Unverified of={of} among={among} />
  </>
)

const partNames: Record<string, string> = {
  applicant: 'Chủ hồ sơ',
  submitter: 'Người nộp',
  receiver: 'Người nhận',
  authorised_person: 'Người được ủy quyền',
}
type Party = DossierProps['parties'][number]

/** The end of a paper's number is enough to compare it with the paper in hand. */
export const People = ({ parties }: DossierProps) => (
  <>
    <h2 class="govuk-heading-m">Những người liên quan</h2>
    <SummaryList
      rows={parties.map(party => ({ label: partNames[party.part] ?? party.part, value: <Who {...party} /> }))}
    />
  </>
)

const Who = (party: Party) => (
  <>
    {[
      party.name,
      party.representative && `đại diện: ${party.representative}`,
      party.tax_code && `MST ${party.tax_code}`,
      party.id_kind && party.id_tail && `${idKinds[party.id_kind]} …${party.id_tail}`,
      party.phone && nationalPhone(party.phone),
      party.address_text,
    ]
      .filter(Boolean)
      .map(line => (
        <div>{line}</div>
      ))}
  </>
)

type Paper = DossierProps['documents'][number]
const paperColumns: Column<Paper>[] = [
  { head: 'Giấy tờ', cell: ({ name }) => name },
  { head: 'Bản chính', cell: ({ originals }) => originals, isNumeric: true },
  { head: 'Chứng thực', cell: ({ certified }) => certified, isNumeric: true },
  { head: 'Bản sao', cell: ({ copies }) => copies, isNumeric: true },
]

export const Documents = ({ documents }: DossierProps) => (
  <div class="bt-wide">
    <Table caption="Giấy tờ đã nhận" columns={paperColumns} rows={documents} none="Không có giấy tờ đi qua bưu điện." />
  </div>
)

type Parcel = DossierProps['parcels'][number]

export function Parcels({ parcels, may }: DossierProps) {
  if (!parcels.length) return null
  return (
    <>
      <h2 class="govuk-heading-m">Bưu gửi</h2>
      <SummaryList
        rows={parcels.map(parcel => ({
          label: purposeWords[parcel.purpose],
          value: <Whereabouts {...parcel} mayWatch={may.watch} />,
        }))}
      />
    </>
  )
}

type Whereabout = Parcel & { mayWatch: boolean }
const Whereabouts = ({ code, since, is_lost, is_misrouted, holder_kind, holder_name, mayWatch }: Whereabout) => (
  <>
    <div>
      <ItemCodeText code={code} />
    </div>
    <div>
      Ở {holderWords({ holder_kind, holder_unit: holder_name })}, từ {longTime(since)}
    </div>
    {is_lost && <Tag tone="bad">Báo mất</Tag>}
    {is_misrouted && <Tag tone="warning">Lạc hướng</Tag>}
    {mayWatch && (
      <div>
        <a class="govuk-link" href={`/staff/control/parcels/${code}`}>
          Lời hẹn và thời gian
        </a>
      </div>
    )}
  </>
)
