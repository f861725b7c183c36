import { readFile, writeFile } from 'node:fs/promises'
import type { ExecutionContext } from 'ava'

/**
 * What stands between `<!-- name -->` and `<!-- /name -->` of a README is what the code says now. `PRINT_README=yes`
 * writes it there afresh.
 */
export async function assertPrinted(t: ExecutionContext, file: string, name: string, block: string): Promise<void> {
  const text = await readFile(file, 'utf8')
  const [before, after] = [`<!-- ${name} -->\n`, `\n<!-- /${name} -->`] as const
  const [start, end] = [text.indexOf(before) + before.length, text.indexOf(after)]
  t.true(start >= before.length && end > start, `${file} has a place for ${name}`)
  const fresh = text.slice(0, start) + block + text.slice(end)
  if (process.env['PRINT_README']) await writeFile(file, fresh)
  t.is(await readFile(file, 'utf8'), fresh)
}
