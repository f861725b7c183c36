import { readFile, writeFile } from 'node:fs/promises'
import test from 'ava'
import { printDiagram } from '../../db/print-diagram.ts'

test('the diagram in src/README.md is that of steps.ts', async t => {
  const text = await readFile('src/README.md', 'utf8')
  t.regex(text, /<!-- diagram -->[\s\S]*<!-- \/diagram -->/)
  const fresh = text.replace(
    /<!-- diagram -->[\s\S]*<!-- \/diagram -->/,
    `<!-- diagram -->\n${printDiagram()}\n<!-- /diagram -->`,
  )
  if (process.env['PRINT_DIAGRAM']) await writeFile('src/README.md', fresh)
  t.is(await readFile('src/README.md', 'utf8'), fresh)
})
