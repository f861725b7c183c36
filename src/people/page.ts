import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { House } from '../platform/house.ts'
import type { Actor } from './actor.ts'
import type { StaffContext } from './who-is-asking.ts'
import { type Workplace, workplacesOf } from './workplaces.ts'

/** What every page's frame needs beside its own data. */
export type Frame = {
  nonce: string
  csrf: string
  actor: Actor | null
  workplaces: readonly Workplace[]
  path: string
  isDemo: boolean
  hotline: string
}

/** An error page may have to be framed before it is known who is asking: then it is nobody. */
export const frameOf = (
  ctx: Pick<StaffContext, 'path'> & { state: Partial<StaffContext['state']> },
  { isDemo, hotline }: Pick<House, 'isDemo' | 'hotline'>,
): Frame => {
  const { nonce = '', csrf = '', actor = null } = ctx.state
  return { nonce, csrf, actor, workplaces: workplacesOf(actor), path: ctx.path, isDemo, hotline }
}

/** Answers with a page. 422 is for a form that came back with words of what to correct. */
export function show(ctx: StaffContext, page: VNode, status = 200): void {
  ctx.status = status
  ctx.type = 'html'
  ctx.body = `<!doctype html>${renderToString(page)}`
}
