import type Router from '@koa/router'
import { StaffHomePage } from '../../templates/people/home.tsx'
import { SignInPage } from '../../templates/people/sign-in.tsx'
import { DomainError, type FieldError } from '../kit/errors.ts'
import type { House } from '../platform/house.ts'
import type { GuessLimit } from './guess-limit.ts'
import { type PageCall, pages } from './pages.ts'
import { signOut } from './session.ts'
import { signIn } from './sign-in.ts'
import { cookieName } from './who-is-asking.ts'

type Door = House & { signInLimit: GuessLimit }

/** The door for staff: in, out, and the page they land on. */
export function signInPages(house: Door): Router {
  const { router, get, post } = pages(house)

  get('/staff', 'signed in', async ({ frame, show }) => show(StaffHomePage({ frame })))

  get('/staff/sign-in', 'anyone', async ({ frame, query, show, goTo }) => {
    const next = withinStaff(query['next'])
    if (frame.actor) return goTo(next)
    const news = query['set-up'] === 'done' ? 'set-up' : query['ended']
    show(SignInPage({ frame, next, news }))
  })

  post('/staff/sign-in', 'anyone', async call => {
    const next = withinStaff(call.form['next'])
    const { token, errors } = await tried(house, call)
    if (!token) return call.show(SignInPage({ frame: call.frame, next, sent: { values: call.form, errors } }), 422)
    setCookie(house, call, token)
    call.goTo(next)
  })

  post('/staff/sign-out', 'anyone', async call => {
    const { token } = call.ctx.state
    if (token) await signOut(house.db, token)
    setCookie(house, call, null)
    call.goTo('/staff/sign-in')
  })

  return router
}

/** Only back into our own staff pages: an address from elsewhere would make the sign-in a lure. */
const withinStaff = (path = '') => (/^\/staff(?![\w-])/.test(path) && !/[\\\s]/.test(path) ? path : '/staff')

type Tried = { token: string | null; errors: FieldError[] }

async function tried({ db, signInLimit: limit }: Door, { form, ctx, now }: PageCall): Promise<Tried> {
  const { username = '', password = '' } = form
  const errors = missing({ username, password })
  if (errors.length) return { token: null, errors }
  const credentials = { username: username.trim().toLowerCase(), password, address: ctx.ip, kind: 'page' } as const
  try {
    return { token: (await signIn(db, credentials, { now, limit })).token, errors }
  } catch (error) {
    if (error instanceof DomainError) return { token: null, errors: [{ pointer: '/username', detail: error.message }] }
    throw error
  }
}

const missing = ({ username, password }: { username: string; password: string }): FieldError[] => [
  ...(username.trim() ? [] : [{ pointer: '/username', detail: 'Xin điền tên đăng nhập.' }]),
  ...(password ? [] : [{ pointer: '/password', detail: 'Xin điền mật khẩu.' }]),
]

/** Gone when the browser closes; how long it is good for, the session itself knows. */
function setCookie(house: House, { ctx }: PageCall, token: string | null) {
  const secure = house.publicUrl.startsWith('https:')
  // Whether people come by https is a matter of our address, also where a proxy in front speaks http to us.
  ctx.cookies.secure = secure
  ctx.cookies.set(cookieName(house), token, { httpOnly: true, sameSite: 'lax', secure, path: '/', overwrite: true })
}
