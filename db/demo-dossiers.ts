import type { Knex } from 'knex'
import { type Intake, intake } from '../src/dossiers/intake.ts'
import { parse } from '../src/kit/parse.ts'
import { documentsOf, procedureByKey } from '../src/procedures/queries.ts'

type StageName =
  | 'taken_in'
  | 'departed'
  | 'lodged'
  | 'accepted'
  | 'supplement'
  | 'announced'
  | 'packed'
  | 'handed_back'
  | 'loaded'
  | 'delivered'

export type DemoDossier = {
  at: 'Gia Nghĩa' | 'Krông Nô'
  procedure: string
  name: string
  commune: string
  line: string
  hoursAgo: number
  reaches: StageName
  /** Hours before a stage, where it took another time than usual. */
  pace: Partial<Record<StageName, number>>
  organisation?: { tax_code: string; representative: string }
  toTry?: true
}

const usual: DemoDossier['pace'] = {}

/** Twenty dossiers of one week, at every stage of their way. */
// biome-ignore format: a table is read by its rows
export const demoDossiers: readonly DemoDossier[] = [
  { at: 'Gia Nghĩa', procedure: 'identity-province-03', name: 'Nguyễn Thị Hoa', commune: '24612', line: 'Tổ 5', hoursAgo: 150, reaches: 'delivered', pace: usual },
  { at: 'Gia Nghĩa', procedure: 'identity-province-04', name: 'Trần Văn Bình', commune: '24615', line: '12 Lê Lợi', hoursAgo: 140, reaches: 'delivered', pace: usual },
  { at: 'Krông Nô', procedure: 'identity-district-03', name: 'Y Bhĭm Niê', commune: '24688', line: 'Buôn Dru', hoursAgo: 132, reaches: 'delivered', pace: usual },
  { at: 'Krông Nô', procedure: 'identity-district-04', name: "H'Hen Niê", commune: '24691', line: 'Thôn 3', hoursAgo: 128, reaches: 'delivered', pace: usual },
  { at: 'Gia Nghĩa', procedure: 'seals-province-01', name: 'Công ty TNHH Cà phê Đắk Nông', commune: '24612', line: '25 Huỳnh Thúc Kháng', hoursAgo: 120, reaches: 'delivered', pace: usual, organisation: { tax_code: '6400123456', representative: 'Lê Quốc Việt' } },
  { at: 'Krông Nô', procedure: 'security-trades-district-01', name: 'Hộ kinh doanh Hoàng Long', commune: '24688', line: 'Tổ dân phố 2', hoursAgo: 96, reaches: 'loaded', pace: { announced: 10 }, organisation: { tax_code: '6400654321', representative: 'Hoàng Long' } },
  { at: 'Gia Nghĩa', procedure: 'identity-province-03', name: 'Phạm Thị Lành', commune: '24617', line: 'Tổ 1', hoursAgo: 74, reaches: 'handed_back', pace: { announced: 2 }, toTry: true },
  { at: 'Krông Nô', procedure: 'identity-district-03', name: "K'Tiêng", commune: '24692', line: 'Bon Choih', hoursAgo: 68, reaches: 'loaded', pace: { announced: 20 } },
  { at: 'Krông Nô', procedure: 'identity-district-04', name: 'Lý Thị Mẩy', commune: '24691', line: 'Thôn 7', hoursAgo: 60, reaches: 'handed_back', pace: usual },
  { at: 'Gia Nghĩa', procedure: 'seals-province-02', name: 'Hợp tác xã Hồ tiêu Đắk Nia', commune: '24628', line: 'Thôn Đồng Tiến', hoursAgo: 52, reaches: 'packed', pace: usual, organisation: { tax_code: '6400112233', representative: 'Nông Văn Páo' } },
  { at: 'Gia Nghĩa', procedure: 'security-trades-province-01', name: 'Công ty CP Bảo vệ Cao Nguyên', commune: '24612', line: '8 Trần Phú', hoursAgo: 50, reaches: 'supplement', pace: usual, organisation: { tax_code: '6400998877', representative: 'Võ Thành Nam' } },
  { at: 'Gia Nghĩa', procedure: 'identity-province-04', name: 'Đặng Văn Sinh', commune: '24611', line: 'Tổ 9', hoursAgo: 46, reaches: 'announced', pace: usual },
  { at: 'Krông Nô', procedure: 'identity-district-03', name: 'Nguyễn Văn Út', commune: '24688', line: 'Tổ dân phố 5', hoursAgo: 30, reaches: 'accepted', pace: usual },
  { at: 'Gia Nghĩa', procedure: 'identity-province-03', name: 'Hoàng Thị Sen', commune: '24614', line: 'Tổ 4', hoursAgo: 28, reaches: 'accepted', pace: usual },
  { at: 'Gia Nghĩa', procedure: 'seals-province-03', name: 'Trường THPT Chu Văn An', commune: '24617', line: '2 Nguyễn Trãi', hoursAgo: 26, reaches: 'lodged', pace: usual, organisation: { tax_code: '6400445566', representative: 'Trương Thị Thu' } },
  { at: 'Krông Nô', procedure: 'identity-district-04', name: 'Bùi Thị Nga', commune: '24692', line: 'Thôn Đắk Thanh', hoursAgo: 25, reaches: 'lodged', pace: usual },
  { at: 'Gia Nghĩa', procedure: 'identity-province-03', name: 'Giàng A Páo', commune: '24618', line: 'Thôn Tân Hòa', hoursAgo: 5, reaches: 'departed', pace: usual },
  { at: 'Krông Nô', procedure: 'identity-district-03', name: 'Vi Thị Mơ', commune: '24688', line: 'Tổ dân phố 1', hoursAgo: 4, reaches: 'departed', pace: usual },
  { at: 'Gia Nghĩa', procedure: 'identity-province-04', name: 'Cao Xuân Hạnh', commune: '24619', line: 'Tổ 7', hoursAgo: 2, reaches: 'taken_in', pace: usual },
  { at: 'Krông Nô', procedure: 'identity-district-03', name: 'Nguyễn Thị Tư', commune: '24691', line: 'Thôn 1', hoursAgo: 1, reaches: 'taken_in', pace: usual },
]

/** What the counter would have typed for it. */
export async function demoIntake(db: Knex, sheet: DemoDossier): Promise<Intake> {
  const procedure = await procedureByKey(db, sheet.procedure)
  const documents = (await documentsOf(db, procedure.id)).map(({ name }) => ({
    name,
    originals: 1,
    certified: 0,
    copies: 0,
  }))
  const organisation = sheet.organisation
    ? { kind: 'organisation', ...sheet.organisation }
    : { kind: 'person', phone: '0912345678' }
  return parse(intake, {
    procedure: sheet.procedure,
    service: 'both',
    applicant: { ...organisation, name: sheet.name, address: { line: sheet.line, unit_code: sheet.commune } },
    documents,
    return_to: 'address',
    notify: 'sms',
  })
}
