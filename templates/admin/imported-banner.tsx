import { NotificationBanner } from '../parts/notification-banner.tsx'
import { sheetWords } from './sheet-words.ts'

/** After an import: which table was changed, and what was not. */
export function ImportedBanner({ done }: { done: string | undefined }) {
  const news = done && sheetWords[done]?.title
  return news ? (
    <NotificationBanner isSuccess>{`Đã nhập: ${news}. Thời hạn đang chạy không đổi.`}</NotificationBanner>
  ) : null
}
