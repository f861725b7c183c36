import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { House } from '../platform/house.ts'
import type { Actor } from './actor.ts'
import type { StaffContext } from './who-is-asking.ts'

/** What every page's frame needs beside its own data. */
export type Frame = { nonce: string; csrf: string; actor: Actor | null; path: string; isDemo: boolean }

export const frameOf = (ctx: StaffContext, { isDemo }: Pick<House, 'isDemo'>): Frame => ({
  nonce: ctx.state.nonce,
  csrf: ctx.state.csrf,
  actor: ctx.state.actor,
  path: ctx.path,
  isDemo,
})

/** Answers with a page. 422 is for a form that came back with words of what to correct. */
export function show(ctx: StaffContext, page: VNode, status = 200): void {
  ctx.status = status
  ctx.type = 'html'
  ctx.body = `<!doctype html>${renderToString(page)}`
}
