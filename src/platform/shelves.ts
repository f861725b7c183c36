import { chmod, lstat, mkdir } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { isRoot } from './account.ts'

/** Folders outside the project that last, for what PostgreSQL's account cannot use in its own place; best first. */
export async function usableShelves(): Promise<string[]> {
  const shelves = isRoot()
    ? ['/var/lib/buu-tram', '/var/tmp/buu-tram']
    : [path.join(os.homedir(), '.local/share/buu-tram')]
  const usable = await Promise.all(shelves.map(isUsable))
  return shelves.filter((_, i) => usable[i])
}

/** Ours alone: in a folder where everyone may write, somebody else could have made it first. */
async function isUsable(shelf: string) {
  try {
    if (await mkdir(shelf, { recursive: true })) await chmod(shelf, 0o711)
    const found = await lstat(shelf)
    return found.isDirectory() && found.uid === process.getuid?.() && (found.mode & 0o022) === 0
  } catch {
    return false
  }
}
