import test from 'ava'
import { logSigner, readCheckpoint } from '../../src/evidence/checkpoint.ts'
import { issueCheckpoint } from '../../src/evidence/issue-checkpoint.ts'
import { isSigned, readVkey, vkeyOf } from '../../src/evidence/note.ts'
import { rootOf } from '../../src/evidence/read-nodes.ts'
import { busyDay } from '../support/facts.ts'
import { scenario } from '../support/scenario.ts'

test('a checkpoint covers every fact and is signed by the log; nothing new, no new checkpoint', async t => {
  const all = await scenario(t)
  t.is(await issueCheckpoint(all.db, all.clock(), all.house), null, 'an empty log has none')
  await busyDay(all)
  const size = await issueCheckpoint(all.db, all.clock(), all.house)
  t.is(size, (await all.db('custody_events')).length)
  t.is(await issueCheckpoint(all.db, all.clock(), all.house), null)
  const [row] = await all.db('checkpoints').select()
  const checkpoint = readCheckpoint(row?.note ?? '')
  const key = readVkey(vkeyOf(logSigner(all.house), 1))
  t.like(checkpoint, {
    origin: `${new URL(all.url).hostname}/buu-tram`,
    size: Number(size),
    root: await rootOf(all.db, Number(size)),
  })
  t.true(checkpoint && key && isSigned(checkpoint.note, key))
  await busyDay(all)
  t.true(Number(await issueCheckpoint(all.db, all.clock(), all.house)) > Number(size))
})

test('a log may have a name of its own', t => {
  const house = {
    keys: { log: Buffer.alloc(32) } as never,
    publicUrl: 'https://buutram.example/',
    logName: 'daknong.example/custody',
  }
  t.is(logSigner(house).name, 'daknong.example/custody')
  t.is(logSigner({ ...house, logName: null }).name, 'buutram.example/buu-tram')
})

for (const bad of [
  'x\n1\nAAAA\n\n— x AAAAAAAA\n',
  'x\n01\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n— x AAAAAAAA\n',
  'x\n1\n\n— x AAAAAAAA\n',
])
  test(`${JSON.stringify(bad)} is not taken for a checkpoint`, t => t.is(readCheckpoint(bad), null))
