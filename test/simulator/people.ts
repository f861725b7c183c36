import type { Random } from './random.ts'

const families = [
  'Nguyễn',
  'Trần',
  'Lê',
  'Phạm',
  'Hoàng',
  'Võ',
  'Đặng',
  'Bùi',
  'Nông',
  'Lý',
  'Vi',
  'Giàng',
  'Y',
  "H'",
  'K',
]
const given = [
  'Hoa',
  'Bình',
  'Lành',
  'Sinh',
  'Út',
  'Sen',
  'Páo',
  'Mơ',
  'Hạnh',
  'Tư',
  'Bhĭm',
  'Hen',
  'Tiêng',
  'Mẩy',
  'Nga',
]
const hamlets = ['Tổ 3', 'Tổ dân phố 5', 'Thôn 7', 'Buôn Dru', 'Bon Choih', 'Thôn Đắk Thanh', 'Thôn Tân Hòa']

/** Somebody who comes to a counter, from this commune. */
export function applicant({ pick, below }: Random, commune: string) {
  const digits = (many: number) => Array.from({ length: many }, () => below(10)).join('')
  return {
    kind: 'person',
    name: `${pick(families)} ${pick(given)} ${pick(given)}`,
    phone: `091${2 + below(7)}${digits(6)}`,
    id_kind: 'cccd',
    id_number: `067${digits(9)}`,
    address: { line: `${pick(hamlets)}, số ${1 + below(200)}`, unit_code: commune },
  }
}
