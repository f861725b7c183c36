import { invalid } from '../kit/errors.ts'
import type { IsoDate } from '../kit/time.ts'

/** Form 01 names a day: where the law's own term is unknown, the officer does. */
export function refuseEndless({ due }: { due?: IsoDate | undefined }, working_days: number | null) {
  if (!due && working_days === null)
    throw invalid([{ pointer: '/due', detail: 'Thủ tục này chưa rõ thời hạn. Xin nhập ngày hẹn trả.' }])
}
