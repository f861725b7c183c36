import type { Knex } from 'knex'
import { v7 as uuidv7 } from 'uuid'
import { hashPassword } from '../src/people/passwords.ts'
import type { Role } from '../src/people/roles.ts'

type DemoPerson = { username: string; name: string; role: Role; unit: string | null }

/** The people of the demo: two offices, two police units, those who watch and those who run. */
export const demoPeople: readonly DemoPerson[] = [
  { username: 'clerk', name: 'Trần Thị Mai', role: 'clerk', unit: '640000' },
  { username: 'courier', name: 'Nguyễn Văn Tài', role: 'courier', unit: '640000' },
  { username: 'clerk2', name: 'Lê Thị Hồng', role: 'clerk', unit: '642100' },
  { username: 'courier2', name: 'Y Thuôn Ayŭn', role: 'courier', unit: '642100' },
  { username: 'officer', name: 'Phạm Quốc Hùng', role: 'officer', unit: 'police-67-pc06' },
  { username: 'officer2', name: 'H’Lan Niê', role: 'officer', unit: 'police-664' },
  { username: 'supervisor.post', name: 'Đỗ Minh Tâm', role: 'supervisor', unit: '640000' },
  { username: 'supervisor.police', name: 'Vũ Đình Long', role: 'supervisor', unit: 'police-67-pc06' },
  { username: 'admin', name: 'Quản trị viên', role: 'admin', unit: null },
  { username: 'auditor', name: 'Kiểm tra viên', role: 'auditor', unit: null },
]

/** Creates them, all with one password. Answers their ids by username. */
export async function makeDemoPeople(db: Knex, password: string, since: Date): Promise<Map<string, string>> {
  const password_hash = await hashPassword(password, 'nobody')
  const ids = new Map<string, string>()
  for (const { username, name, role, unit } of demoPeople) {
    const id = uuidv7()
    await db('people').insert({ id, username, name, password_hash, is_demo: true, created_at: since })
    await db('assignments').insert({ id: uuidv7(), person_id: id, role, unit_id: unit, since })
    ids.set(username, id)
  }
  return ids
}

/** Serials for the offices of the demo; a real office gets its ranges from the post. */
export async function grantDemoRanges(db: Knex, now: Date): Promise<void> {
  const offices = ['640000', '642100']
  await db('item_code_ranges').insert(
    offices.map((office_id, i) => ({
      office_id,
      prefix: 'PD',
      country: 'VN',
      first_serial: (i + 1) * 1_000_000,
      last_serial: (i + 1) * 1_000_000 + 99_999,
      next_serial: (i + 1) * 1_000_000,
      granted_by: 'dữ liệu mẫu',
      granted_at: now,
    })),
  )
}
