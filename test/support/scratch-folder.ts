import { chmod, mkdtemp, statfs } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'

const gigabyte = 2 ** 30

/**
 * A new folder that every user may pass through (root lends PostgreSQL another account), in memory where there is
 * plenty: making a database is making a thousand files. Remove it yourself.
 */
export async function scratchFolder(name: string): Promise<string> {
  const folder = await mkdtemp(path.join(await roomy('/dev/shm'), `buu-tram-${name}-`))
  await chmod(folder, 0o711)
  return folder
}

async function roomy(memory: string) {
  const disk = await statfs(memory).catch(() => undefined)
  return disk && disk.bavail * disk.bsize >= 2 * gigabyte ? memory : os.tmpdir()
}
