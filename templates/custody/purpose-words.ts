import type { Purpose } from '../../src/parcels/register-parcel.ts'

/** What a parcel is for. */
export const purposeWords: Record<Purpose, string> = {
  filing: 'Hồ sơ gửi công an',
  supplement: 'Giấy tờ bổ sung',
  result: 'Kết quả',
  refused_papers: 'Giấy tờ trả lại',
  collected_papers: 'Giấy tờ thu hồi',
}
