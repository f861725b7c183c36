import { readdir } from 'node:fs/promises'
import { rootFolder } from '../src/kit/root-folder.ts'

const folders = [
  { folder: 'templates/styles', made: /^[a-z].*\.scss$/ },
  { folder: 'templates/browser', made: /^[a-z][^.]*\.ts$/ },
  { folder: 'templates/images', made: /^[a-z].*\.svg$/ },
]

/**
 * Every file that becomes one of its own in the browser, from the project's folder: what lies directly in these folders.
 * What several share lies in a folder below; a sass part begins with `_`.
 */
export async function entryPoints(): Promise<string[]> {
  const found = await Promise.all(
    folders.map(async ({ folder, made }) => {
      const names = await readdir(rootFolder(folder)).catch(() => [])
      return names.filter(name => made.test(name)).map(name => `${folder}/${name}`)
    }),
  )
  return found.flat().sort()
}
