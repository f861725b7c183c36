type Email = {
  subject: string
  paragraphs: readonly string[]
  /** Lines of a list, as of alerts. */
  lines?: readonly string[]
  closing: readonly string[]
  stopAt: string | null
}

/** An e-mail in plain words. */
export const emailText = ({ paragraphs, lines = [], closing, stopAt }: Email): string =>
  [
    ...paragraphs,
    ...(lines.length ? [lines.map(line => `- ${line}`).join('\n')] : []),
    ...closing,
    ...(stopAt ? [`Không muốn nhận thư này nữa: ${stopAt}`] : []),
  ].join('\n\n')

/** The same as a page: one column, letters of the reader's own size, nothing fetched from anywhere. */
export const EmailPage = ({ subject, paragraphs, lines = [], closing, stopAt }: Email) => (
  <html lang="vi">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{subject}</title>
    </head>
    <body style="margin:0;padding:1rem;font-family:sans-serif;line-height:1.5;color:#0b0c0c;background:#ffffff">
      <main style="max-width:38rem">
        <h1 style="font-size:1.4rem;line-height:1.3">{subject}</h1>
        {paragraphs.map(paragraph => (
          <p>{paragraph}</p>
        ))}
        {lines.length > 0 && (
          <ul>
            {lines.map(line => (
              <li>{line}</li>
            ))}
          </ul>
        )}
        {closing.map(paragraph => (
          <p>{paragraph}</p>
        ))}
        {stopAt && (
          <p>
            <a href={stopAt} style="color:#0f4c5c">
              Không muốn nhận thư này nữa
            </a>
          </p>
        )}
      </main>
    </body>
  </html>
)
