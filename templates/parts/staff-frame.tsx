import type { Frame } from '../../src/people/page.ts'
import { asset } from '../assets.ts'
import { Form } from './form.tsx'

/** Who we are, and who is signed in for which unit. */
export function StaffHeader({ frame }: { frame: Frame }) {
  return (
    <header class="bt-header">
      <div class="govuk-width-container bt-header__row">
        <a class="bt-header__name" href="/staff">
          <img src={asset('mark.svg')} alt="" width="40" height="40" />
          Bưu Trạm
        </a>
        {frame.actor && <Who frame={frame} actor={frame.actor} />}
      </div>
    </header>
  )
}

function Who({ frame, actor }: { frame: Frame; actor: NonNullable<Frame['actor']> }) {
  const units = [...new Set(actor.assignments.flatMap(({ unit_name }) => unit_name ?? []))]
  return (
    <div class="bt-header__who">
      <span>
        <strong>{actor.name}</strong>
        {units.length > 0 && <span class="bt-header__unit"> · {units.join(', ')}</span>}
      </span>
      <Form frame={frame} action="/staff/sign-out">
        <button type="submit" class="bt-header__sign-out">
          Đăng xuất
        </button>
      </Form>
    </div>
  )
}

/** Where this person may go. The current place is marked for eyes and ears. */
export function StaffNavigation({ frame }: { frame: Frame }) {
  if (!frame.workplaces.length) return null
  return (
    <nav class="bt-nav" aria-label="Nơi làm việc">
      <ul class="govuk-width-container bt-nav__list">
        {frame.workplaces.map(({ path, label }) => (
          <li>
            <a class="bt-nav__link" href={path} aria-current={current(frame.path, path)}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const current = (here: string, path: string) =>
  here === path ? ('page' as const) : here.startsWith(`${path}/`) ? ('true' as const) : undefined

export const DemoLine = () => (
  <aside class="bt-demo" aria-label="Dữ liệu mẫu">
    <div class="govuk-width-container">
      <strong>Dữ liệu mẫu, cơ cấu 2022.</strong> Không phải hồ sơ thật.
    </div>
  </aside>
)

export const StaffFooter = ({ frame }: { frame: Frame }) => (
  <footer class="bt-footer">
    <div class="govuk-width-container">Cần giúp? Xin gọi {frame.hotline}.</div>
  </footer>
)
