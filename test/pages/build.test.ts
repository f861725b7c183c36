import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import test from 'ava'
import { asset, publicFolder } from '../../templates/assets.ts'
import { build } from '../../templates/build.ts'

test('what was built is not built again while nothing changes', async t => {
  await build()
  t.is(await build(), 'unchanged')
})

test('the name of a built file changes with its content', async t => {
  await build()
  for (const name of ['staff.css', 'public.css', 'staff.js', 'slip.svg']) {
    t.regex(asset(name), new RegExp(`^/${name.replace('.', '-[0-9A-Z]{8}\\.')}$`))
    t.true(existsSync(path.join(publicFolder, asset(name))))
  }
  t.throws(() => asset('nothing.css'), { message: /The build made no nothing\.css/ })
})

test('citizens load no fonts, staff load ours in the parts they need', async t => {
  await build()
  const sheet = (name: string) => readFileSync(path.join(publicFolder, asset(name)), 'utf8')
  t.notRegex(sheet('public.css'), /@font-face|url\(/)
  t.regex(sheet('staff.css'), /be-vietnam-pro-vietnamese-400-normal-\w+\.woff2/)
  t.notRegex(sheet('staff.css'), /GDS Transport|crown/i)
})
