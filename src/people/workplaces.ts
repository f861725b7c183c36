import type { Actor, Assignment } from './actor.ts'
import { type Action, assignmentsFor } from './may.ts'

/** A place of staff's work: where it is, what it is called, and what one does there. */
export type Workplace = { path: string; label: string; does: string }

/** Each opens to whoever may do what is done there; where both organisations may, `kind` says whose place it is. */
const places: readonly (Workplace & { action: Action; kind?: Assignment['unit_kind'] })[] = [
  {
    path: '/staff/counter',
    label: 'Quầy giao dịch',
    does: 'Nhận hồ sơ, in phiếu gửi, tra cứu giúp người dân.',
    action: 'take in',
    kind: 'post_office',
  },
  { path: '/staff/desk', label: 'Bàn tiếp nhận', does: 'Nhận, kiểm tra hồ sơ và gửi trả kết quả.', action: 'decide' },
  {
    path: '/staff/dossiers',
    label: 'Hồ sơ',
    does: 'Tìm một hồ sơ, xem nó ở đâu.',
    action: 'read dossiers',
  },
  {
    path: '/staff/scan',
    label: 'Bàn quét',
    does: 'Quét bưu gửi đến, đi, giao và nhận.',
    action: 'scan',
  },
  {
    path: '/staff/handovers',
    label: 'Bàn giao',
    does: 'Lập bảng giao, ký nhận, nêu lý do thiếu và thừa.',
    action: 'read hand-overs',
  },
  {
    path: '/staff/bags',
    label: 'Túi thư',
    does: 'Lập túi, niêm phong, mở túi và đối chiếu.',
    action: 'read bags',
  },
  {
    path: '/staff/blanks',
    label: 'Bộ phiếu in sẵn',
    does: 'In bộ phiếu cho lúc nhận tại nhà, mất điện; xem bộ nào chờ nhập.',
    action: 'print blank sets',
  },
  {
    path: '/staff/round',
    label: 'Chuyến phát',
    does: 'Các điểm phát hôm nay, báo từng điểm.',
    action: 'carry round',
  },
  {
    path: '/staff/rounds',
    label: 'Các chuyến phát',
    does: 'Lập và chốt chuyến phát, giấy mời, giao tại quầy.',
    action: 'watch rounds',
  },
  {
    path: '/staff/stock',
    label: 'Kiểm kê tồn',
    does: 'Cuối ngày quét hết bưu gửi trong tủ, xem thiếu và thừa.',
    action: 'read stock counts',
  },
  {
    path: '/staff/calls',
    label: 'Gọi điện',
    does: 'Gọi người dân mà tin nhắn không đến được.',
    action: 'call people',
  },
  {
    path: '/staff/control',
    label: 'Giám sát',
    does: 'Đúng hạn, sắp trễ, quá hạn và việc cần xử lý.',
    action: 'watch promises',
  },
  {
    path: '/staff/admin',
    label: 'Quản trị',
    does: 'Tài khoản, phân công, dải mã bưu gửi, tin nhắn.',
    action: 'administer',
  },
]

/** Where this person works, in the order of the day. Each page guards itself as well: this only spares dead ends. */
export const workplacesOf = (actor: Actor | null): Workplace[] =>
  places
    .filter(({ action, kind }) =>
      assignmentsFor(actor ?? nobody, action).some(({ unit_kind }) => !kind || unit_kind === kind),
    )
    .map(({ action: _, kind: __, ...place }) => place)

const nobody = { assignments: [] }
