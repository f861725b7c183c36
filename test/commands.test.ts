import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import test from 'ava'

const nowhere = path.join(os.tmpdir(), 'buu-tram-of-nobody')

const run = (program: string, args: string[]) =>
  new Promise<{ code: number; said: string }>(resolve =>
    execFile(process.execPath, [`dist/src/${program}.js`, ...args], { env: { DATA_DIR: nowhere } }, (error, _, said) =>
      resolve({ code: Number(error?.code ?? 0), said }),
    ),
  )

for (const [program, args, wish] of [
  ['verify', ['--key', 'x'], /Unknown option '--key'[\s\S]*npm run verify/],
  ['verify', ['nothing.json'], /nothing\.json cannot be read/],
  ['verify', ['package-lock.json', '--keys'], /--keys[\s\S]*npm run verify/],
  ['verify', ['README.md'], /README\.md is not JSON/],
  ['verify', [], /There are no keys in/],
  ['run-job', ['raise-everything'], /There is no job “raise-everything”[\s\S]*npm run job -- NAME[\s\S]*raise-alerts/],
  ['run-job', ['raise-alerts', '--at', 'noon'], /--at takes a moment like/],
  ['run-job', ['raise-alerts'], /There is no data in/],
  ['witness', ['--log', 'here'], /npm run witness/],
  ['witness', ['--name', 'Cong', 'an'], /“an” is one word too many/],
  ['verify', ['a.json', 'b.json'], /“b\.json” is one word too many/],
  ['run-job', ['append-log', 'raise-alerts'], /“raise-alerts” is one word too many/],
] as const)
  test(`${[program, ...args].join(' ')} says what to do, without a stack`, async t => {
    const { code, said } = await run(program, [...args])
    t.is(code, 1)
    t.regex(said, wish)
    t.notRegex(said, /\n {4}at /)
    t.false(existsSync(nowhere), 'and makes nothing')
  })

test('--help is an answer, not a mistake', async t => {
  for (const program of ['verify', 'run-job', 'witness'])
    t.deepEqual(await run(program, ['--help']), { code: 0, said: '' })
})
