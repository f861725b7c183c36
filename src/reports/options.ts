/** By what the time is added up. */
export const groupings = {
  holder: 'Bên giữ',
  unit: 'Đơn vị',
  courier: 'Bưu tá',
  desk: 'Nơi tiếp nhận',
  step: 'Chặng',
} as const
export type Grouping = keyof typeof groupings
