import type { Frame } from '../../src/people/page.ts'
import { StaffPage } from '../layout.tsx'

/** Where staff land after signing in: the places of their work. */
export function StaffHomePage({ frame }: { frame: Frame }) {
  return (
    <StaffPage frame={frame} title={`Chào ${frame.actor?.name ?? ''}`}>
      {frame.workplaces.length ? <Places frame={frame} /> : <NoPlace frame={frame} />}
    </StaffPage>
  )
}

const Places = ({ frame }: { frame: Frame }) => (
  <ul class="bt-tiles">
    {frame.workplaces.map(({ path, label, does }) => (
      <li>
        <a class="bt-tile" href={path}>
          <span class="bt-tile__name">{label}</span>
          {does}
        </a>
      </li>
    ))}
  </ul>
)

const NoPlace = ({ frame }: { frame: Frame }) => (
  <p class="govuk-body">Tài khoản này chưa được phân công. Xin hỏi người quản trị, hoặc gọi {frame.hotline}.</p>
)
