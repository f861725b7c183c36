import test from 'ava'
import { issueCheckpoint } from '../../src/evidence/issue-checkpoint.ts'
import { theTemplate } from '../support/database.ts'
import { afterABusyDay } from '../support/facts.ts'
import { scenario } from '../support/scenario.ts'

const denied = { code: '42501' }
const columns = {
  custody_events: 'seq',
  log_leaves: 'index',
  log_nodes: 'hash',
  checkpoints: 'note',
  cosignatures: 'line',
}

test('facts, log, checkpoints and cosignatures are added to and never changed, whoever tries by the ordinary ways', async t => {
  const all = await afterABusyDay(t)
  const size = await issueCheckpoint(all.db, all.clock(), all.house)
  const [at, witness] = [all.clock(), 'police.example/w']
  await all.db('cosignatures').insert({
    size: Number(size),
    witness,
    line: '—',
    cosigned_at: at,
    received_at: at,
    same_machine: false,
  })
  for (const login of [all.db, all.owner])
    for (const [table, column] of Object.entries(columns)) {
      t.true((await login(table).select()).length > 0)
      await t.throwsAsync(login.raw('update ?? set ?? = ??', [table, column, column]), denied, `update ${table}`)
      await t.throwsAsync(login.raw('delete from ??', [table]), denied, `delete ${table}`)
      await t.throwsAsync(login.raw('truncate ?? cascade', [table]), denied, `truncate ${table}`)
    }
})

test('the application can neither switch triggers off nor become the owner', async t => {
  const { db } = await scenario(t)
  const { owner, app } = theTemplate()
  for (const table of Object.keys(columns))
    await t.throwsAsync(db.raw('alter table ?? disable trigger all', [table]), { message: /must be owner/ })
  await t.throwsAsync(db.raw('set role ??', [owner.name]), denied)
  await t.throwsAsync(db.raw('grant ?? to ??', [owner.name, app.name]), denied)
  await t.throwsAsync(db.raw('set session_replication_role = replica'), denied)
})
