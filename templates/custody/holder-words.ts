import type { HolderKind } from '../../src/custody/steps.ts'

const kinds: Record<HolderKind, string> = {
  applicant: 'người gửi',
  post_office: 'bưu cục',
  police_unit: 'đơn vị công an',
  courier: 'bưu tá',
  carrier: 'bưu chính ngoài tỉnh',
  recipient: 'người nhận',
}

type Held = { holder_kind: HolderKind | null; holder_unit: string | null; holder_person?: string | null }

/** Who holds a parcel: the person who carries it, else the place where it lies, else what kind of holder it is. */
export const holderWords = ({ holder_kind, holder_unit, holder_person }: Held): string => {
  if (holder_kind === 'courier') return holder_person ?? kinds.courier
  if (holder_kind === 'post_office' || holder_kind === 'police_unit') return holder_unit ?? kinds[holder_kind]
  return holder_kind ? kinds[holder_kind] : 'chưa rõ ai'
}
