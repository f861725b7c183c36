import type { ComponentChildren } from 'preact'
import type { FieldError } from '../src/kit/errors.ts'
import type { Frame } from '../src/people/page.ts'
import { asset } from './assets.ts'
import { ErrorSummary } from './parts/error-summary.tsx'
import { SkipLink } from './parts/skip-link.tsx'
import { DemoLine, StaffFooter, StaffHeader, StaffNavigation } from './parts/staff-frame.tsx'

export type StaffPageProps = {
  frame: Frame
  /** The heading, and the title of the window. */
  title: string
  /** Smaller words above the heading: what the page is part of. */
  caption?: string
  /** What is to be corrected in the form of this page. */
  errors?: readonly FieldError[] | undefined
  /** News about the page, above its heading. */
  banner?: ComponentChildren
  /** The page draws its first heading itself. */
  hasOwnHeading?: boolean
  /** Styles and scripts besides the frame's own, as the build names them: `scan.css`, `scan.js`. */
  styles?: readonly string[]
  scripts?: readonly string[]
  children: ComponentChildren
}

/** The frame of every staff page, and the law of its forms: errors on top, the title says so. */
export function StaffPage({
  frame,
  title,
  caption,
  errors = [],
  banner,
  hasOwnHeading,
  styles = [],
  scripts = [],
  children,
}: StaffPageProps) {
  return (
    <html lang="vi" class="govuk-template">
      <head>
        <meta charset="utf-8" />
        <title>{`${errors.length ? 'Lỗi: ' : ''}${title} – Bưu Trạm`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#0f4c5c" />
        <link rel="icon" href={asset('mark.svg')} type="image/svg+xml" />
        {['staff.css', ...styles].map(name => (
          <link rel="stylesheet" href={asset(name)} />
        ))}
        {['staff.js', ...scripts].map(name => (
          <script src={asset(name)} nonce={frame.nonce} defer />
        ))}
      </head>
      <body class="govuk-template__body">
        <SkipLink href="#main">Đến nội dung chính</SkipLink>
        <StaffHeader frame={frame} />
        <StaffNavigation frame={frame} />
        {frame.isDemo && <DemoLine />}
        <div class="govuk-width-container">
          <main class="bt-main" id="main">
            <ErrorSummary errors={errors} />
            {banner}
            {!hasOwnHeading && <Heading title={title} caption={caption} />}
            {children}
          </main>
        </div>
        <StaffFooter frame={frame} />
      </body>
    </html>
  )
}

function Heading({ title, caption }: { title: string; caption: string | undefined }) {
  return (
    <>
      {caption && <span class="govuk-caption-l">{caption}</span>}
      <h1 class="govuk-heading-l">{title}</h1>
    </>
  )
}
