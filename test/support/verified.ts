import { logSigner } from '../../src/evidence/checkpoint.ts'
import { readVkey, type Verifier, vkeyOf } from '../../src/evidence/note.ts'
import { verifyDatabase } from '../../src/evidence/verify-database.ts'
import type { Scenario } from './scenario.ts'

/** What `verify` finds wrong with all that is stored. */
export async function faultsOf({ db, house }: Pick<Scenario, 'db' | 'house'>): Promise<string[]> {
  const faults: string[] = []
  const key = readVkey(vkeyOf(logSigner(house), 1)) as Verifier
  await verifyDatabase(db, [key], fault => faults.push(fault))
  return faults
}
