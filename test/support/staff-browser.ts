import type { ExecutionContext } from 'ava'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { openSession } from '../../src/people/session.ts'
import { openPage } from './browser.ts'
import type { Person, Scenario } from './scenario.ts'

/** Pages as somebody signed in reads and sends them, without a browser: a cookie, and forms with their token. */
export type Desk = {
  get(path: string): Promise<Reply>
  /** Sends a form with the token of its page; `token` replaces it. */
  post(path: string, form: Record<string, string>, token?: string): Promise<Reply>
}
export type Reply = { status: number; type: string | null; location: string | null; text: string; bytes: Buffer }

/** A session of the page kind for a person of the scenario; it outlives a clock that is moved by days. */
export async function pageToken({ db, clock }: Scenario, { id }: Person): Promise<string> {
  const { token } = await openSession(db, id, 'page', clock())
  await db('sessions')
    .where({ person_id: id, kind: 'page' })
    .update({ seen_at: new Date('2098-01-01'), expires_at: new Date('2099-01-01') })
  return token
}

export async function deskOf(all: Scenario, person: Person): Promise<Desk> {
  const Cookie = `buutram=${await pageToken(all, person)}`
  const call = async (path: string, init: RequestInit = {}) =>
    replyOf(await fetch(all.url + path, { redirect: 'manual', ...init, headers: { Cookie } }))
  const get = (path: string) => call(path)
  const own = tokenIn((await get('/staff')).text)
  return {
    get,
    post: (path, form, token = own) =>
      call(path, { method: 'POST', body: new URLSearchParams({ ...form, _csrf: token }) }),
  }
}

async function replyOf(reply: Response): Promise<Reply> {
  const bytes = Buffer.from(await reply.arrayBuffer())
  const { status, headers } = reply
  return { status, type: headers.get('content-type'), location: headers.get('location'), text: bytes.toString(), bytes }
}

const tokenIn = (html: string) => /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? ''

/** What a form's fields hold as the page came: what a browser would send if nothing was touched. */
export function untouched(html: string, formId: string): Record<string, string> {
  const [, form = ''] = new RegExp(`<form[^>]* id="${formId}"[^>]*>([\\s\\S]*?)</form>`).exec(html) ?? []
  const inputs = [...form.matchAll(/<input[^>]*>/g)].map(([tag]) => tag)
  const sent = inputs.filter(tag => !/type="(radio|checkbox)"/.test(tag) || / checked/.test(tag))
  const selects = [...form.matchAll(/<select[^>]* name="([^"]+)"[^>]*>([\s\S]*?)<\/select>/g)].map(
    ([, name = '', inside = '']) => [name, chosenOf(inside)],
  )
  return Object.fromEntries([...sent.map(tag => [attribute(tag, 'name'), attribute(tag, 'value')]), ...selects])
}

function chosenOf(select: string): string {
  const options = [...select.matchAll(/<option[^>]*>/g)].map(([tag]) => tag)
  return attribute(options.find(tag => / selected/.test(tag)) ?? options[0] ?? '', 'value')
}

const attribute = (tag: string, name: string) =>
  (new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

/** A browser's page, signed in. */
export async function staffPage(
  t: ExecutionContext,
  { opened, all, person }: { opened: Browser; all: Scenario; person: Person },
  options: BrowserContextOptions = {},
): Promise<Page> {
  const page = await openPage(t, opened, options)
  await page.context().addCookies([{ name: 'buutram', value: await pageToken(all, person), url: all.url }])
  return page
}
