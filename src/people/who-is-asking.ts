import { forbidden } from '../kit/errors.ts'
import { hmac } from '../kit/secrets.ts'
import { coalesce } from '../platform/coalesce.ts'
import type { House } from '../platform/house.ts'
import { isApi, type RequestContext, type Step } from '../platform/state.ts'
import type { Actor } from './actor.ts'
import { actorsOfTokens, type Shown } from './session.ts'

/** Who is asking, if anybody is signed in, and the token that proves a form came from our own page; programs send no forms. */
export type Asking = { actor: Actor | null; token: string | null; csrf: string }
export type StaffContext = RequestContext<Asking>

/** `__Host-` where we are served over https: no other host of the domain can set or read it. */
export const cookieName = ({ publicUrl }: Pick<House, 'publicUrl'>) =>
  publicUrl.startsWith('https:') ? '__Host-buutram' : 'buutram'

/** Reads the session: programs send a bearer token, pages a cookie; neither is taken for the other. Those who ask at the same moment share the look-up. */
export const whoIsAsking = (house: House): Step => {
  const actorOf = coalesce((shown: readonly Shown[]) => actorsOfTokens(house.db, shown), { most: 100 })
  return async (ctx, next) => {
    const token = (isApi(ctx) ? bearer(ctx.get('Authorization')) : ctx.cookies.get(cookieName(house))) ?? null
    const kind = isApi(ctx) ? 'api' : 'page'
    const actor = token ? await actorOf({ token, kind, now: ctx.state.now }) : null
    const csrf = isApi(ctx) ? '' : hmac(house.keys.form, token ?? 'nobody').toString('base64url')
    Object.assign(ctx.state, { actor, token, csrf })
    await next()
  }
}

const bearer = (header: string) => /^Bearer ([\w-]{43})$/.exec(header)?.[1]

/** A page changes something only when its form came from us: same site, and the session's own token inside. */
export const refuseForgedForms =
  ({ publicUrl }: Pick<House, 'publicUrl'>): Step =>
  async (ctx, next) => {
    if (ctx.method === 'POST' && !isApi(ctx)) {
      const { actor, csrf } = ctx.state as unknown as Asking
      if (!isSameSite(ctx.get('Sec-Fetch-Site'), ctx.get('Origin'), [publicUrl, `${ctx.protocol}://${ctx.host}`]))
        throw forged()
      if (actor && formToken(ctx.request.body) !== csrf) throw forged()
    }
    await next()
  }

/** The browser's own word where it gives one: with `no-referrer` its Origin is null. Older ones name their origin. */
const isSameSite = (site: string, origin: string, ours: string[]) =>
  site ? site === 'same-origin' || site === 'none' : origin === '' || ours.includes(origin)

const formToken = (body: unknown) => (body && typeof body === 'object' && '_csrf' in body ? body._csrf : null)

const forged = () => forbidden('Trang đã mở quá lâu hoặc mở từ nơi khác. Xin tải lại trang rồi gửi lại.')
