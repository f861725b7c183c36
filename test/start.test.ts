import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
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

test('in production the first start prints a one-time link for the administrator and makes no demo people', async t => {
  const DATA_DIR = await folder(t, 'production')
  const PORT = await freePort()
  const run = start({ DATA_DIR, PORT, NODE_ENV: 'production', PUBLIC_URL: `http://127.0.0.1:${PORT}` })
  const [, link] = await run.said(/(http:\S+\/staff\/set-up\/[\w-]{43})/)
  t.is((await fetch(String(link))).status, 200)
  t.notRegex(run.text(), /Đăng nhập thử/)
  t.is(await stopped(run), 0)
})

test('missing and wrong settings are named all at once, in one sentence', async t => {
  const run = start({ PORT: 'seventy', LOG_LEVEL: 'loud', DATABASE_URL: 'mysql://x' })
  t.is(await run.ended, 1)
  for (const name of ['PORT', 'LOG_LEVEL', 'DATABASE_URL']) t.true(run.text().includes(name), name)
  t.is(run.text().trim().split('\n').length, 1)
  const production = start({ NODE_ENV: 'production' })
  t.is(await production.ended, 1)
  t.regex(production.text(), /PUBLIC_URL/)
})

test('a busy port, an unusable data folder and a database that is away: one sentence each, status 1', async t => {
  const busy = createServer().listen(0, '127.0.0.1')
  await once(busy, 'listening')
  const address = busy.address()
  const PORT = String(typeof address === 'object' ? address?.port : 0)
  const taken = start({ DATA_DIR: await folder(t, 'busy'), PORT, DEMO: 'off' })
  t.is(await taken.ended, 1)
  t.regex(taken.text(), new RegExp(`Port ${PORT} is in use`))
  t.notRegex(taken.text(), /at .*\.ts/)
  busy.close()

  const file = path.join(await folder(t, 'file'), 'file')
  await writeFile(file, 'not a folder')
  const unusable = start({ DATA_DIR: file })
  t.is(await unusable.ended, 1)
  t.is(unusable.text().trim().split('\n').length, 1, unusable.text())

  const away = start({ DATABASE_URL: 'postgres://nobody:x@127.0.0.1:1/none', DATA_DIR: await folder(t, 'away') })
  t.is(await away.ended, 1)
  t.regex(away.text(), /cannot be reached/)
})
