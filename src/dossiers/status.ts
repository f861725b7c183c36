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

/** Every decision about a dossier: from which states it may be taken, and whether a desk or also a counter takes it. */
export const decisions = {
  acceptance: { from: ['taken_in'], label: 'Tiếp nhận', by: 'desk' },
  supplement_request: { from: ['taken_in', 'accepted'], label: 'Yêu cầu bổ sung', by: 'desk' },
  supplement: { from: ['supplement_requested'], label: 'Đã nhận bổ sung', by: 'anyone concerned' },
  refusal: { from: ['taken_in', 'supplement_requested'], label: 'Từ chối tiếp nhận', by: 'desk' },
  extension: { from: ['accepted'], label: 'Hẹn lại ngày trả', by: 'desk' },
  stop: { from: ['accepted', 'supplement_requested'], label: 'Dừng giải quyết', by: 'desk' },
  withdrawal: { from: ['taken_in', 'accepted', 'supplement_requested'], label: 'Rút hồ sơ', by: 'anyone concerned' },
  result: { from: ['accepted'], label: 'Báo có kết quả', by: 'desk' },
} as const satisfies Record<string, { from: readonly StoredStatus[]; label: string; by: 'desk' | 'anyone concerned' }>
export type Decision = keyof typeof decisions

/** Where the statutory clock has ended. */
export const settled: readonly DossierStatus[] = ['refused', 'stopped', 'withdrawn', 'result_announced', 'returned']
