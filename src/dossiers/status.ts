import type { Action } from '../people/may.ts'

/** What became of the paper. Where it is, is custody's to say. `returned` is read from `returned_at`, not stored. */
export const statuses = {
  taken_in: 'Đã nhận, chờ công an kiểm tra',
  accepted: 'Công an đang giải quyết',
  supplement_requested: 'Chờ bổ sung hồ sơ',
  refused: 'Bị từ chối tiếp nhận',
  stopped: 'Dừng giải quyết',
  withdrawn: 'Đã rút hồ sơ',
  result_announced: 'Đã có kết quả',
  returned: 'Đã trả kết quả',
} as const
export type DossierStatus = keyof typeof statuses
export type StoredStatus = Exclude<DossierStatus, 'returned'>

/** Every decision about a dossier: from which states it may be taken, and as which action of staff: only a desk may `decide`. */
export const decisions = {
  acceptance: { from: ['taken_in'], label: 'Tiếp nhận', who: 'decide' },
  supplement_request: { from: ['taken_in', 'accepted'], label: 'Yêu cầu bổ sung', who: 'decide' },
  supplement: { from: ['supplement_requested'], label: 'Đã nhận bổ sung', who: 'receive supplement' },
  refusal: { from: ['taken_in', 'supplement_requested'], label: 'Từ chối tiếp nhận', who: 'decide' },
  extension: { from: ['accepted'], label: 'Hẹn lại ngày trả', who: 'decide' },
  stop: { from: ['accepted', 'supplement_requested'], label: 'Dừng giải quyết', who: 'decide' },
  withdrawal: { from: ['taken_in', 'accepted', 'supplement_requested'], label: 'Rút hồ sơ', who: 'withdraw' },
  result: { from: ['accepted'], label: 'Báo có kết quả', who: 'decide' },
} as const satisfies Record<string, { from: readonly StoredStatus[]; label: string; who: Action }>
export type Decision = keyof typeof decisions

/** Where the statutory clock has ended. */
export const settled: readonly DossierStatus[] = ['refused', 'stopped', 'withdrawn', 'result_announced', 'returned']
