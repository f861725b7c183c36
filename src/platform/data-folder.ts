import { chmod, mkdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { StartError } from './start-error.ts'

const sentences: Record<string, string> = {
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'it is on a read-only disk',
  ENOTDIR: 'it, or a folder above it, is not a folder',
  EEXIST: 'it is not a folder',
  // What a read-only disk answers to making a folder with those above it.
  ENOENT: 'it cannot be made there',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
}

/** Does `work` in `folder`; what the disk refuses becomes a `StartError` that says what and what to do. */
export async function onDisk<T>(folder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? sentences[String(error.code)] : undefined
    if (!reason) throw error
    throw new StartError(`The data folder ${folder} cannot be used, because ${reason}: mend that, or set DATA_DIR.`)
  }
}

/** Makes the folder; others may pass through the ones it makes (PostgreSQL may run as another user), not list them. */
export async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true })
  if (!first) return void (await mustBeFolder(folder))
  for (let made = folder; made.length >= first.length; made = path.dirname(made)) await chmod(made, 0o711)
}

async function mustBeFolder(folder: string) {
  if ((await stat(folder)).isDirectory()) return
  throw Object.assign(new Error(), { code: 'ENOTDIR' })
}
