import type { HolderKind } from '../../src/custody/steps.ts'
import { isStep, ruleOf } from '../../src/custody/steps.ts'
import type { Grouping } from '../../src/reports/options.ts'

const holders: Record<HolderKind, string> = {
  applicant: 'Người gửi',
  post_office: 'Bưu cục',
  police_unit: 'Công an',
  courier: 'Bưu tá, lái xe',
  carrier: 'Bưu chính ngoài tỉnh',
  recipient: 'Người nhận',
}

/** What a row of “where the time went” is called: a step by its button, the time after it. */
export function spentWords(by: Grouping, name: string): string {
  if (by === 'step') return isStep(name) ? `Sau “${ruleOf(name).label}”` : 'Trước lần quét đầu'
  return holders[name as HolderKind] ?? name
}
