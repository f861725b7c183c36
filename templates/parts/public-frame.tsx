import type { Language } from '../../src/kit/language.ts'
import type { Frame } from '../../src/people/page.ts'
import { asset } from '../assets.ts'
import type { Elsewhere } from '../public-layout.tsx'
import { frameWords } from '../words/frame.ts'
import { otherLanguage, paths } from '../words/paths.ts'
import { Hidden } from './form.tsx'

type Props = { frame: Frame; language: Language }

/** Who we are, where else one can go, and the same page in the other language. */
export function PublicHeader({ frame, language, elsewhere }: Props & { elsewhere: Elsewhere }) {
  const words = frameWords[language]
  const { home, procedures } = paths[language]
  return (
    <header class="top">
      <div class="wrap top-row">
        <a class="brand" href={home}>
          <img src={asset('mark.svg')} alt="" width="36" height="36" />
          {words.product}
        </a>
        <nav aria-label={words.menu}>
          <MenuLink href={home} frame={frame} text={words.track} />
          <MenuLink href={procedures} frame={frame} text={words.procedures} />
          <LanguageSwitch language={language} elsewhere={elsewhere} frame={frame} />
        </nav>
      </div>
    </header>
  )
}

const MenuLink = ({ href, frame, text }: { href: string; frame: Frame; text: string }) => (
  <a href={href} aria-current={frame.path === href ? 'page' : undefined}>
    {text}
  </a>
)

function LanguageSwitch({ frame, language, elsewhere: { path, code } }: Props & { elsewhere: Elsewhere }) {
  const other = otherLanguage(language)
  const text = frameWords[language].otherLanguage
  if (code === undefined) {
    return (
      <a href={path} lang={other} hreflang={other}>
        {text}
      </a>
    )
  }
  return (
    <form method="post" action={path} lang={other}>
      <PublicToken frame={frame} />
      <Hidden name="code" value={code} />
      <button type="submit" class="as-link">
        {text}
      </button>
    </form>
  )
}

/** Citizens have no session, hence no token; staff who look at these pages do. */
export const PublicToken = ({ frame }: { frame: Frame }) =>
  frame.actor ? <Hidden name="_csrf" value={frame.csrf} /> : null

/** Whom to call, and the warning that matters most. */
export function PublicFooter({ frame, language }: Props) {
  const words = frameWords[language]
  return (
    <footer class="bottom">
      <div class="wrap">
        <p class="hotline">
          <strong>{words.help}</strong>{' '}
          <a href={`tel:${frame.hotline.replace(/[^\d+]/g, '')}`}>{words.call(frame.hotline)}</a>
        </p>
        <p>{words.noTransfer}</p>
        <p class="quiet">{words.what}</p>
      </div>
    </footer>
  )
}
