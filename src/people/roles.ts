export const roles = {
  clerk: 'Giao dịch viên',
  courier: 'Bưu tá',
  driver: 'Lái xe bưu chính',
  officer: 'Cán bộ tiếp nhận',
  supervisor: 'Người giám sát',
  hotline: 'Đường dây nóng',
  admin: 'Quản trị',
  auditor: 'Kiểm tra',
} as const
export type Role = keyof typeof roles
export const roleNames = Object.keys(roles) as [Role, ...Role[]]
