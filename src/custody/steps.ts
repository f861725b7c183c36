import type { Role } from '../people/roles.ts'

export const holderKinds = ['applicant', 'post_office', 'police_unit', 'courier', 'carrier', 'recipient'] as const
export type HolderKind = (typeof holderKinds)[number]

/** Who has the parcel afterwards: the scanner's unit, the scanner in person, whoever the role implies, or nobody new. */
type Taker = 'keeps' | 'own_unit' | 'self' | 'self_or_unit' | 'self_or_carrier' | 'applicant' | 'recipient'

export type StepRule = {
  /** Holders this step expects. */
  fits: readonly HolderKind[]
  /** Holders that mean a scan in between was forgotten: applied, flagged, asked about. */
  jumps: readonly HolderKind[]
  taker: Taker
  /** Who can truthfully say it: only the present holder, also an office on the parcel's way, or whoever has it in hand. */
  by: 'holder' | 'route' | 'anybody'
  roles: readonly Role[]
  /** Where only a parcel on its way home, or out, can be meant. */
  way?: 'home' | 'out'
  /** A sealed bag can be scanned with it: whoever takes the bag takes all that is in it. */
  bag?: true
  upu: string | null
  /** What the clerk's button says. */
  label: string
  /** What the citizen reads; ‹unit› is where it happened. Null: not for citizens. */
  citizen: string | null
}

const anyButRecipient = ['applicant', 'post_office', 'police_unit', 'courier', 'carrier'] as const

/**
 * The steps of custody as data. It guards the writes, draws the buttons, words the tracking page and the diagram.
 * A boundary step is the taker's fact. Possession wins: arrive, lodge and take_back hold from any holder but the recipient.
 * Papers collected back begin with the recipient of a result, as a parcel of their own that is accepted or collected.
 */
// biome-ignore format: a table is read by its columns
export const steps = {
  accept: {
    fits: ['applicant', 'recipient'], jumps: [], taker: 'own_unit', by: 'anybody', roles: ['clerk'],
    upu: 'EMA', label: 'Nhận tại quầy', citizen: 'Bưu điện đã nhận hồ sơ',
  },
  collect: {
    fits: ['applicant', 'recipient'], jumps: [], taker: 'self', by: 'anybody', roles: ['courier'],
    upu: 'EMA', label: 'Nhận tại nhà', citizen: 'Bưu tá đã nhận hồ sơ tại nhà',
  },
  withdraw: {
    way: 'out', fits: ['post_office'], jumps: [], taker: 'applicant', by: 'holder', roles: ['clerk'],
    upu: null, label: 'Trả lại người gửi', citizen: 'Đã trả lại hồ sơ theo yêu cầu',
  },
  pack: {
    fits: ['post_office', 'police_unit'], jumps: [], taker: 'keeps', by: 'holder', roles: ['clerk', 'officer'],
    upu: null, label: 'Cho vào túi', citizen: null,
  },
  unpack: {
    fits: ['post_office', 'police_unit'], jumps: [], taker: 'keeps', by: 'holder', roles: ['clerk', 'officer'],
    upu: null, label: 'Lấy khỏi túi', citizen: null,
  },
  depart: {
    bag: true, fits: ['post_office'], jumps: ['police_unit'], taker: 'self_or_carrier', by: 'anybody',
    roles: ['driver', 'courier', 'clerk'],
    upu: 'EDE', label: 'Rời bưu cục', citizen: 'Đã rời bưu cục',
  },
  arrive: {
    bag: true, fits: ['courier', 'carrier'], jumps: ['applicant', 'post_office', 'police_unit'], taker: 'own_unit', by: 'anybody',
    roles: ['clerk'],
    upu: 'EDD', label: 'Đến bưu cục', citizen: 'Đã đến ‹unit›',
  },
  lodge: {
    bag: true, fits: ['courier', 'post_office'], jumps: ['applicant', 'police_unit', 'carrier'], taker: 'own_unit', by: 'anybody',
    roles: ['officer'],
    upu: null, label: 'Công an nhận hồ sơ', citizen: 'Hồ sơ đã đến ‹unit›, đang chờ kiểm tra',
  },
  lodge_failed: {
    bag: true, fits: ['courier'], jumps: [], taker: 'keeps', by: 'holder', roles: ['courier', 'driver'],
    upu: null, label: 'Chưa giao được cho công an', citizen: null,
  },
  transfer: {
    bag: true, fits: ['police_unit'], jumps: [], taker: 'own_unit', by: 'anybody', roles: ['officer'],
    upu: null, label: 'Nhận chuyển từ đơn vị khác', citizen: 'Đã chuyển đến ‹unit›',
  },
  hand_back: {
    bag: true, fits: ['police_unit'], jumps: ['post_office'], taker: 'self_or_unit', by: 'anybody',
    roles: ['courier', 'driver', 'clerk'],
    upu: null, label: 'Nhận kết quả từ công an', citizen: 'Bưu điện đã nhận kết quả từ công an',
  },
  return_in_person: {
    way: 'home', fits: ['police_unit'], jumps: [], taker: 'recipient', by: 'holder', roles: ['officer'],
    upu: null, label: 'Trả trực tiếp', citizen: 'Đã trả trực tiếp',
  },
  load: {
    fits: ['post_office'], jumps: ['police_unit'], taker: 'self', by: 'anybody', roles: ['courier'],
    upu: 'EDG', label: 'Nhận đi phát', citizen: 'Bưu tá đang đi phát',
  },
  take_over: {
    bag: true, fits: ['courier'], jumps: [], taker: 'self_or_unit', by: 'anybody', roles: ['courier', 'driver', 'clerk'],
    upu: null, label: 'Nhận thay', citizen: null,
  },
  deliver: {
    way: 'home', fits: ['courier', 'post_office', 'carrier'], jumps: [], taker: 'recipient', by: 'holder',
    roles: ['courier', 'clerk'],
    upu: 'EMI', label: 'Đã phát', citizen: 'Đã phát thành công',
  },
  attempt: {
    way: 'home', fits: ['courier'], jumps: [], taker: 'keeps', by: 'holder', roles: ['courier'],
    upu: 'EMH', label: 'Chưa phát được', citizen: 'Chưa phát được',
  },
  invite: {
    way: 'home', fits: ['courier', 'post_office'], jumps: [], taker: 'keeps', by: 'holder', roles: ['courier', 'clerk'],
    upu: null, label: 'Gửi giấy mời', citizen: 'Đã gửi giấy mời nhận',
  },
  redirect: {
    fits: ['courier', 'post_office'], jumps: [], taker: 'keeps', by: 'route', roles: ['clerk', 'hotline'],
    upu: null, label: 'Chuyển tiếp', citizen: 'Đang chuyển tiếp',
  },
  hold: {
    fits: ['post_office'], jumps: [], taker: 'keeps', by: 'holder', roles: ['clerk'],
    upu: 'EDH', label: 'Giữ tại bưu cục', citizen: 'Chờ nhận tại bưu cục',
  },
  send_back: {
    way: 'home', fits: ['post_office'], jumps: [], taker: 'keeps', by: 'holder', roles: ['clerk'],
    upu: null, label: 'Chuyển hoàn', citizen: 'Đang chuyển hoàn về cơ quan công an',
  },
  take_back: {
    bag: true, fits: ['courier', 'post_office'], jumps: ['applicant', 'police_unit', 'carrier'], taker: 'own_unit', by: 'anybody',
    roles: ['officer'],
    upu: null, label: 'Công an nhận lại kết quả', citizen: 'Công an đã nhận lại kết quả',
  },
  report_lost: {
    fits: anyButRecipient, jumps: [], taker: 'keeps', by: 'anybody', roles: ['supervisor'],
    upu: null, label: 'Báo mất', citizen: 'Bưu gửi đang được xác minh, xin gọi đường dây nóng',
  },
  report_damaged: {
    fits: anyButRecipient, jumps: [], taker: 'keeps', by: 'anybody', roles: ['supervisor'],
    upu: null, label: 'Báo hư hỏng', citizen: 'Bưu gửi đang được xác minh, xin gọi đường dây nóng',
  },
  find: {
    fits: anyButRecipient, jumps: [], taker: 'own_unit', by: 'anybody', roles: ['supervisor'],
    upu: null, label: 'Đã tìm thấy', citizen: 'Đã tìm thấy bưu gửi',
  },
} as const satisfies Record<string, StepRule>

export type Step = keyof typeof steps
export const stepNames = Object.keys(steps) as [Step, ...Step[]]
export const ruleOf = (step: Step): StepRule => steps[step]
/** By these a thing comes into other hands; by the others something is only said of it. */
export const takingSteps: readonly Step[] = stepNames.filter(step => ruleOf(step).taker !== 'keeps')
export const isStep = (word: string): word is Step => Object.hasOwn(steps, word)
