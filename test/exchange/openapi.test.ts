import { execFile } from 'node:child_process'
import { rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import test from 'ava'
import { apisOf } from '../../src/all-routes.ts'
import { wholeHouse } from '../../src/whole-house.ts'
import { scenario } from '../support/scenario.ts'
import { scratchFolder } from '../support/scratch-folder.ts'

test('the OpenAPI document describes every route, and stands up to the linter', async t => {
  const all = await scenario(t)
  const { body } = await all.anyone.get('/openapi.json')
  const endpoints = apisOf(wholeHouse(all.house)).flatMap(api => api.endpoints)
  for (const { method, path: route } of endpoints) {
    t.truthy(body.paths[`/api/v1${route.replace(/:(\w+)/g, '{$1}')}`]?.[method], `${method} ${route}`)
  }
  const folder = await scratchFolder('openapi')
  t.teardown(() => rm(folder, { recursive: true, force: true }))
  const file = path.join(folder, 'openapi.json')
  await writeFile(file, JSON.stringify(body))
  const lint = promisify(execFile)(
    process.execPath,
    ['node_modules/@redocly/cli/bin/cli.js', 'lint', file, '--format=stylish'],
    { env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' } },
  )
  await t.notThrowsAsync(lint)
})
