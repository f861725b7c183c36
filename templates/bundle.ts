import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Metafile, type Plugin } from 'esbuild'
import { compileAsync } from 'sass'
import { rootFolder } from '../src/kit/root-folder.ts'
import { publicFolder } from './assets.ts'

type Bundled = { manifest: Record<string, string>; inputs: string[] }

/** Bundles, minifies and writes every entry point. Answers their new names and all files that went into them. */
export async function bundle(entries: string[]): Promise<Bundled> {
  const sassInputs = new Set<string>()
  const { metafile } = await build({
    absWorkingDir: rootFolder(),
    entryPoints: entries,
    outdir: publicFolder,
    outbase: 'templates',
    entryNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    bundle: true,
    minify: true,
    format: 'iife',
    target: ['es2021', 'chrome100', 'firefox100', 'safari15'],
    loader: { '.woff2': 'file', '.svg': 'copy' },
    plugins: [sass(sassInputs)],
    metafile: true,
    logLevel: 'warning',
  })
  const inputs = [...Object.keys(metafile.inputs), ...sassInputs].filter(file => !file.startsWith('<'))
  return { manifest: manifestOf(metafile), inputs }
}

const extensions: Record<string, string> = { '.scss': '.css', '.ts': '.js' }

function manifestOf({ outputs }: Metafile): Record<string, string> {
  const made = Object.entries(outputs).flatMap(([file, { entryPoint, inputs }]) => {
    // A copied file is its own only input and has no entry point.
    const source = entryPoint ?? (file.endsWith('.svg') ? Object.keys(inputs)[0] : undefined)
    if (!source) return []
    const { name, ext } = path.parse(source)
    return [[`${name}${extensions[ext] ?? ext}`, path.basename(file)] as const]
  })
  return Object.fromEntries(made.sort())
}

const sass = (inputs: Set<string>): Plugin => ({
  name: 'sass',
  setup({ onLoad }) {
    onLoad({ filter: /\.scss$/ }, async ({ path: file }) => {
      const { css, loadedUrls } = await compileAsync(file, {
        loadPaths: [rootFolder('node_modules')],
        quietDeps: true,
        silenceDeprecations: ['if-function'],
      })
      for (const url of loadedUrls) inputs.add(path.relative(rootFolder(), fileURLToPath(url)))
      return { contents: css, loader: 'css', resolveDir: path.dirname(file) }
    })
  },
})
