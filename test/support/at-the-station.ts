import type { ExecutionContext } from 'ava'
import type { Page, Route } from 'playwright-core'
import { minute } from '../../src/kit/time.ts'
import { browser } from './browser.ts'
import { papers } from './papers.ts'
import { krongNo, policeKrongNo, type Scenario, scenario } from './scenario.ts'
import { staffPage } from './staff-browser.ts'

/** A clerk and an officer of Krông Nô, and parcels that lie at the counter. */
export async function counter(t: ExecutionContext, parcels = 1) {
  const all = await scenario(t)
  const clerk = await all.person('clerk', krongNo)
  const officer = await all.person('officer', policeKrongNo)
  const codes: string[] = []
  for (let i = 0; i < parcels; i++) {
    const { body } = await clerk.post('/dossiers', await papers(all.db, 'identity-district-03'))
    codes.push(body.parcel.code)
  }
  all.clock.move(minute)
  return { all, clerk, officer, codes }
}

export const eventsOf = (all: Scenario, step: string) => all.db('custody_events').where({ step })

/** Types a code as a scanner does. */
export async function scanned(page: Page, code: string) {
  await page.fill('textarea', '')
  await page.type('textarea', code)
  await page.keyboard.press('Enter')
}

/** Two scans made while the network answers as it should not: they wait, and are sent when it is well again. */
export async function scansWait(t: ExecutionContext, unwell: (route: Route) => Promise<void>): Promise<void> {
  const { all, officer, codes } = await counter(t, 2)
  const page = await staffPage(t, { opened: await browser(t), all, person: officer })
  await page.goto(`${all.url}/staff/scan`)
  let isAway = true
  await page.route('**/staff/scan', route => (isAway ? unwell(route) : route.continue()))
  for (const code of codes) await scanned(page, code)
  await page.waitForSelector('text=2 lần quét đang chờ gửi')
  isAway = false
  await page.waitForFunction(() => document.querySelectorAll('#last .bt-line').length === 2, null, { timeout: 15_000 })
  t.is((await eventsOf(all, 'lodge')).length, 2)
}
