import { issueLookupCode } from '../../src/dossiers/lookup-code.ts'
import { copyDossier, oneDossier } from './fill-dossiers.ts'
import { load } from './load.ts'
import { middle } from './middle.ts'
import { benchKeys, type World } from './world.ts'

/** Dossiers of ten facts each. */
const [few, many] = [1_000, 100_000]
const rounds = 3
const questions = 2_000
const connections = 64

/**
 * Citizens who follow their dossiers by the code on the slip: against a select along an index, and in a database of a
 * million facts against one of ten thousand.
 */
export async function tracking(world: World, serve: (kind: string) => Promise<string>) {
  const [ours, floor] = [await serve('ours'), await serve('lookup')]
  const original = await oneDossier(world)
  await copyDossier(world, original, 1, few)
  const slips = await issueCodes(world)
  const small = await asked(ours, slips.codes)
  const bare = await asked(floor, slips.references)
  await copyDossier(world, original, few, many)
  const large = await asked(ours, slips.codes)
  return { track: small, lookup: bare, track_vs_floor: small / bare, track_1m: large, track_1m_vs_10k: large / small }
}

/** Every copy is a dossier of its own; their codes are known to whoever issues them. */
async function issueCodes({ db }: World) {
  const copies = await db('dossiers').select('id', 'reference', 'created_by')
  const codes: string[] = []
  for (const { id, created_by } of copies)
    codes.push(await issueLookupCode(db, id, { by: created_by, now: new Date(), keys: benchKeys }))
  return { codes, references: copies.map(({ reference }) => reference) }
}

/** The median of answers a second. */
async function asked(url: string, codes: readonly string[]): Promise<number> {
  const bodies = Array.from({ length: questions }, (_, i) => JSON.stringify({ code: codes[i % codes.length] }))
  const perSecond: number[] = []
  for (let round = -1; round < rounds; round++) {
    const result = await load({ url, path: '/api/v1/track', bodies, connections, isFromMany: true })
    if (result.failed) throw new Error(`tracking: ${result.failed} requests failed`)
    if (round >= 0) perSecond.push(result.perSecond)
  }
  return middle(perSecond)
}
