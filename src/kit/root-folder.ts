import { existsSync } from 'node:fs'
import path from 'node:path'

/** A path below the project's own folder, whether the source runs or what was built from it. */
export const rootFolder = (...below: string[]) => path.join(root, ...below)

const root = above(import.meta.dirname)

function above(folder: string): string {
  return existsSync(path.join(folder, 'package.json')) ? folder : above(path.dirname(folder))
}
