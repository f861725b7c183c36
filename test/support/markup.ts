import { readFileSync } from 'node:fs'

type Fixture = { name: string; options: Record<string, unknown>; html: string }

/** The markup that govuk-frontend itself tests a component with. */
export function govukFixture(component: string, name: string): string {
  const file = `node_modules/govuk-frontend/dist/govuk/components/${component}/fixtures.json`
  const { fixtures }: { fixtures: Fixture[] } = JSON.parse(readFileSync(file, 'utf8'))
  const fixture = fixtures.find(one => one.name === name)
  if (!fixture) throw new Error(`govuk-frontend has no fixture "${name}" of ${component}`)
  return fixture.html
}

/** Markup in one form, whoever wrote it: a tag or a text a line, attributes sorted, spaces and void slashes gone. */
export const tidyMarkup = (html: string): string[] =>
  (html.match(/<[^>]+>|[^<]+/g) ?? [])
    .map(piece => (piece.startsWith('<') ? tidyTag(piece) : tidyText(piece)))
    .filter(Boolean)

const tidyText = (text: string) => text.replaceAll('&#39;', "'").replaceAll('&quot;', '"').replace(/\s+/g, ' ').trim()

function tidyTag(tag: string): string {
  const [, name = '', rest = ''] = /^<(\/?[\w-]+)([\s\S]*?)\/?>$/.exec(tag) ?? []
  const attributes = rest.match(/[^\s="]+(="[^"]*")?/g) ?? []
  return `<${[name, ...attributes.map(one => one.replace(/=""$/, '')).sort()].join(' ')}>`
}
