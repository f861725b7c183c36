import type { ComponentChildren } from 'preact'
import type { FieldError } from '../src/kit/errors.ts'
import type { Language } from '../src/kit/language.ts'
import type { Frame } from '../src/people/page.ts'
import { asset } from './assets.ts'
import { PublicErrors } from './parts/public-field.tsx'
import { PublicFooter, PublicHeader } from './parts/public-frame.tsx'
import { frameWords } from './words/frame.ts'

/** The same page in the other language: an address, or a form where a code must not stand in the address. */
export type Elsewhere = { path: string; code?: string | undefined }

export type PublicPageProps = {
  frame: Frame
  language: Language
  elsewhere: Elsewhere
  title: string
  errors?: readonly FieldError[]
  children: ComponentChildren
}

/**
 * The frame of every page for citizens: no script, no cookie, its own small sheet, letters the phone has already. The
 * number to call stands in the same place on each.
 */
export function PublicPage({ frame, language, elsewhere, title, errors = [], children }: PublicPageProps) {
  const words = frameWords[language]
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <title>{`${errors.length ? `${words.error}: ` : ''}${title} – ${words.product}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noarchive" />
        <link rel="icon" href={asset('mark.svg')} type="image/svg+xml" />
        <link rel="stylesheet" href={asset('public.css')} />
      </head>
      <body>
        <a class="skip" href="#main">
          {words.skip}
        </a>
        {frame.isDemo && (
          <aside class="demo wrap" aria-label={words.demo}>
            {words.demo}
          </aside>
        )}
        <PublicHeader frame={frame} language={language} elsewhere={elsewhere} />
        <main id="main" class="wrap">
          <PublicErrors errors={errors} language={language} />
          {children}
        </main>
        <PublicFooter frame={frame} language={language} />
      </body>
    </html>
  )
}
