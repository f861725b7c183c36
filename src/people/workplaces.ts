import type { Actor } from './actor.ts'
import type { Role } from './roles.ts'

/** A place of staff's work: where it is, what it is called, and what one does there. */
export type Workplace = { path: string; label: string; does: string }

const places: readonly (Workplace & { roles: readonly Role[] })[] = [
  {
    path: '/staff/counter',
    label: 'Quầy giao dịch',
    does: 'Nhận hồ sơ, in phiếu gửi, tra cứu giúp người dân.',
    roles: ['clerk'],
  },
  { path: '/staff/desk', label: 'Bàn tiếp nhận', does: 'Nhận, kiểm tra hồ sơ và gửi trả kết quả.', roles: ['officer'] },
  {
    path: '/staff/dossiers',
    label: 'Hồ sơ',
    does: 'Tìm một hồ sơ, xem nó ở đâu.',
    roles: ['clerk', 'officer', 'supervisor', 'hotline', 'auditor'],
  },
  {
    path: '/staff/scan',
    label: 'Bàn quét',
    does: 'Quét bưu gửi đến, đi, giao và nhận.',
    roles: ['clerk', 'officer', 'courier', 'driver', 'supervisor'],
  },
  {
    path: '/staff/control',
    label: 'Giám sát',
    does: 'Đúng hạn, sắp trễ, quá hạn và việc cần xử lý.',
    roles: ['supervisor', 'auditor'],
  },
  { path: '/staff/admin', label: 'Quản trị', does: 'Tài khoản, đơn vị, danh mục thủ tục.', roles: ['admin'] },
]

/** Where this person works, in the order of the day. Each page guards itself as well: this only spares dead ends. */
export const workplacesOf = (actor: Actor | null): Workplace[] =>
  places
    .filter(({ roles }) => actor?.assignments.some(({ role }) => roles.includes(role)))
    .map(({ roles: _, ...place }) => place)
