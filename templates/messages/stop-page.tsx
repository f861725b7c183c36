import type { Frame } from '../../src/people/page.ts'
import { PublicToken } from '../parts/public-frame.tsx'
import { PublicPage } from '../public-layout.tsx'
import { paths } from '../words/paths.ts'

/** One button, and nothing else to fill in. */
export function StopPage({ frame, isDone }: { frame: Frame; isDone: boolean }) {
  const title = isDone ? 'Đã ngừng gửi thư' : 'Ngừng nhận thư của Bưu Trạm'
  return (
    <PublicPage frame={frame} language="vi" elsewhere={{ path: paths.en.home }} title={title}>
      <h1>{title}</h1>
      {isDone ? (
        <p>Từ nay chúng tôi không gửi thư đến địa chỉ này nữa. Muốn nhận lại, xin đến bưu cục.</p>
      ) : (
        <form method="post" action={frame.path}>
          <PublicToken frame={frame} />
          <p>Ông/bà vẫn tra cứu hồ sơ được bằng mã trên phiếu gửi.</p>
          <button type="submit">Ngừng nhận thư</button>
        </form>
      )}
    </PublicPage>
  )
}
