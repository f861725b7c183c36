import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rename, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import packed from '@sparticuz/chromium'
import type { ExecutionContext } from 'ava'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'

/** A browser of this system instead of the one that comes with the development packages. */
const systemBrowser = process.env['CHROMIUM']

/** Nothing but the pages under test: no updates, no suggestions, no reports. Root needs the sandbox off. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-pings',
  '--font-render-hinting=none',
]

let shared: Promise<Browser> | null = null
let users = 0

/** The browser of this process, closed when no test uses it any more: to start one costs more than most tests. */
export async function browser(t: ExecutionContext): Promise<Browser> {
  users++
  t.teardown(async () => {
    if (--users > 0) return
    const last = shared
    shared = null
    await (await last)?.close()
  })
  shared ??= launch()
  return shared
}

async function launch(): Promise<Browser> {
  const executablePath = systemBrowser ?? (await unpacked())
  const { chromium } = await import('playwright-core')
  return chromium.launch({ executablePath, args: flags })
}

/** A page in a context of its own: no cookies yet. Mistakes in its scripts fail the test. */
export async function openPage(
  t: ExecutionContext,
  opened: Browser,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await opened.newContext({ locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', ...options })
  t.teardown(() => context.close())
  const page = await context.newPage()
  page.on('pageerror', error => t.fail(`${page.url()}: ${error.message}`))
  page.on('console', message => {
    if (message.type() === 'error' && !/status of 4\d\d|ERR_INTERNET_DISCONNECTED/.test(message.text()))
      t.fail(`${page.url()}: ${message.text()}`)
  })
  return page
}

/** Where the browser is unpacked, once for all test processes and runs: whoever is first moves it into place whole. */
async function unpacked(): Promise<string> {
  const { version } = JSON.parse(readFileSync('node_modules/@sparticuz/chromium/package.json', 'utf8'))
  const folder = path.join(os.tmpdir(), `buu-tram-chromium-${version}-${process.getuid?.() ?? 0}`)
  if (!existsSync(folder)) await unpackInto(folder)
  return path.join(folder, 'chromium')
}

async function unpackInto(folder: string) {
  const draft = await mkdtemp(`${folder}-`)
  const before = process.env['TMPDIR']
  // The package unpacks where temporary files go, and takes a half-written file for a whole one.
  process.env['TMPDIR'] = draft
  try {
    await packed.executablePath()
    await rename(draft, folder).catch(async error => {
      if (!existsSync(folder)) throw error
      await rm(draft, { recursive: true, force: true })
    })
  } finally {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  }
}
