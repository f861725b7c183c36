import { readFileSync } from 'node:fs'
import { rootFolder } from '../src/kit/root-folder.ts'

/** What the browser loads, by the name it has here → the name with its content's hash. Written by the build. */
type Manifest = Record<string, string>

/** The folder that is served, and the list of what is in it. */
export const publicFolder = rootFolder('dist', 'public')
export const manifestFile = rootFolder('dist', 'assets.json')

let manifest: Manifest | null = null

/** The address of a stylesheet, script or picture: `asset('staff.css')` → `/staff-4KQXN2TB.css`. */
export function asset(name: string): string {
  manifest ??= JSON.parse(readFileSync(manifestFile, 'utf8')).manifest as Manifest
  const file = manifest[name]
  if (!file) throw new Error(`The build made no ${name}: run \`npm run build\`.`)
  return `/${file}`
}
