import { readFileSync } from 'node:fs'
import type { ExecutionContext } from 'ava'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8')

/**
 * No finding of axe: as the page is, on a screen 320 px wide (which is what 400 % zoom leaves of a common one), and in
 * print. On the narrow screen nothing has to be pushed sideways to be read.
 */
export async function assertAccessible(t: ExecutionContext, page: Page): Promise<void> {
  const size = page.viewportSize() ?? { width: 1280, height: 800 }
  t.deepEqual(await findings(page), [], `${page.url()} as it is`)
  await page.setViewportSize({ width: 320, height: 640 })
  t.deepEqual(await findings(page), [], `${page.url()} at 400 %`)
  t.deepEqual(await tooWide(page), [], `${page.url()} needs sideways scrolling`)
  await page.emulateMedia({ media: 'print' })
  t.deepEqual(await findings(page, onPaper), [], `${page.url()} in print`)
  await page.emulateMedia({ media: null })
  await page.setViewportSize(size)
}

/** No finding of axe on the page as it is: for stories, whose pages have tests of their own. */
export async function assertNoFindings(t: ExecutionContext, page: Page): Promise<void> {
  t.deepEqual(await findings(page), [], page.url())
}

const inColour = '{ resultTypes: ["violations"] }'
/** Paper has no colours of its own: contrast, the dearest rule, was measured on the screen. */
const onPaper = '{ resultTypes: ["violations"], rules: { "color-contrast": { enabled: false } } }'

/** One line a finding: the rule, and the first place where it is broken. */
async function findings(page: Page, options = inColour): Promise<string[]> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe)
  const { violations }: AxeResults = await page.evaluate(`axe.run(document, ${options})`)
  return violations.map(({ id, help, nodes }) => `${id}: ${help} – ${nodes[0]?.html ?? ''}`)
}

/** What sticks out at the right edge. Tables and codes may scroll within a frame of their own. */
const tooWide = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    const wide = [...document.querySelectorAll('body *')].filter(
      one => one.getBoundingClientRect().right > clientWidth + 1,
    )
    return wide.slice(0, 5).map(one => one.outerHTML.slice(0, 120))
  })
