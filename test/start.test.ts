import path from 'node:path'
import test from 'ava'
import { folder, freePort, start, stopped } from './support/started.ts'

test('the first start makes a demo week; the next one keeps it; production would not', async t => {
  const DATA_DIR = path.join(await folder(t, 'start with a space'), 'the data')
  const PORT = await freePort()
  const first = start({ DATA_DIR, PORT })
  await first.said(/Ctrl-C/)
  const [, password] = await first.said(/Mật khẩu của tất cả: (\S+)/)
  const signIn = async (word = password) =>
    (
      await fetch(`http://127.0.0.1:${PORT}/api/v1/sessions`, {
        method: 'POST',
        body: JSON.stringify({ username: 'clerk', password: word }),
        headers: { 'Content-Type': 'application/json' },
      })
    ).json()
  const { token } = (await signIn()) as { token: string }
  const dossiers = async () =>
    (
      (await (
        await fetch(`http://127.0.0.1:${PORT}/api/v1/dossiers`, { headers: { Authorization: `Bearer ${token}` } })
      ).json()) as { items: unknown[] }
    ).items.length
  const before = await dossiers()
  t.true(before > 5)
  const board = await (await fetch(`http://127.0.0.1:${PORT}/readyz`)).json()
  t.like(board, { status: 'ready' })
  const [, code = ''] = await first.said(/mã tra cứu (\S+)/)
  const followed = await fetch(`http://127.0.0.1:${PORT}/tra-cuu/${code}`)
  t.regex(await followed.text(), /Ông\/bà|kết quả/i)
  t.is(await stopped(first), 0)

  const second = start({ DATA_DIR, PORT })
  await second.said(/Ctrl-C/)
  t.is(await dossiers(), before)
  second.child.kill('SIGKILL')
  await second.ended

  const third = start({ DATA_DIR, PORT })
  await third.said(/Ctrl-C/)
  t.is(await dossiers(), before, 'after a kill -9 too')
  t.is(await stopped(third), 0)

  const production = start({ DATA_DIR, PORT, NODE_ENV: 'production', PUBLIC_URL: `http://127.0.0.1:${PORT}` })
  t.is(await production.ended, 1)
  t.regex(production.text(), /^This database holds demo people.*\n$/m)
})
