import { rm } from 'node:fs/promises'
import path from 'node:path'
import { build } from 'esbuild'
import { rootFolder } from '../../src/kit/root-folder.ts'

const folder = 'dist/tests'

/**
 * Puts what the tests share into few files: each test file is a process of its own, and a process reads a few large files
 * in half the time of many small ones. Answers what ava is to run, for these sources.
 */
export async function bundleTests(sources: readonly string[]): Promise<string[]> {
  await rm(rootFolder(folder), { recursive: true, force: true })
  await build({
    absWorkingDir: rootFolder(),
    entryPoints: [...sources],
    outdir: folder,
    outbase: 'test',
    bundle: true,
    splitting: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    sourcemap: true,
    logLevel: 'error',
  })
  return sources.map(source => path.join(folder, path.relative('test', source).replace(/tsx?$/, 'js')))
}
