import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import test from 'ava'

/** The slices in their one order: a file imports from its own slice or an earlier one. */
const order =
  'kit platform places people procedures money parcels custody promises rounds dossiers notices tracking exchange reports'.split(
    ' ',
  )
const files = ['src', 'db', 'templates'].flatMap(walk).filter(file => /\.tsx?$/.test(file))
const source = new Map(files.map(file => [file, readFileSync(file, 'utf8')]))

function walk(folder: string): string[] {
  return readdirSync(folder).flatMap(name => {
    const file = path.join(folder, name)
    return statSync(file).isDirectory() ? walk(file) : [file]
  })
}

type Import = { from: string; to: string; isType: boolean }
const imports: Import[] = [...source].flatMap(([from, text]) =>
  [...text.matchAll(/^(?:import|export) (type )?([^'"]*?)from '(\.[^']+)'/gms)].map(([, type, , to]) => ({
    from,
    to: path.join(path.dirname(from), String(to)),
    isType: type !== undefined,
  })),
)

const sliceOf = (file: string) => /^src\/([^/]+)\/[^/]+$/.exec(file)?.[1] ?? null

test('slices import only from themselves and from earlier ones', t => {
  const wrong = imports.filter(({ from, to }) => {
    const [mine, other] = [sliceOf(from), sliceOf(to)]
    return mine && (other ? order.indexOf(other) > order.indexOf(mine) : to.startsWith('src/'))
  })
  t.deepEqual(wrong.map(show), [])
  t.deepEqual(
    files.map(sliceOf).filter(slice => slice && !order.includes(slice)),
    [],
  )
})

test('kit imports nothing of ours', t => {
  t.deepEqual(imports.filter(({ from, to }) => sliceOf(from) === 'kit' && sliceOf(to) !== 'kit').map(show), [])
})

test('there are no barrels, no folders inside slices, and nobody imports a neighbour’s routes', t => {
  t.deepEqual(
    files.filter(file => /\/index\.tsx?$/.test(file)),
    [],
  )
  t.deepEqual(
    files.filter(file => /^src\/[^/]+\/[^/]+\//.test(file)),
    [],
  )
  const isRoutes = (file: string) => /\/([a-z-]*routes|[a-z-]*pages)\.ts$/.test(file) && file !== 'src/people/pages.ts'
  t.deepEqual(imports.filter(({ from, to }) => isRoutes(to) && from !== 'src/app.ts').map(show), [])
})

test('one slice writes a table', t => {
  const writers = new Map<string, Set<string>>()
  for (const [file, text] of source) {
    const slice = sliceOf(file)
    if (slice) for (const table of writtenTables(text)) writers.set(table, (writers.get(table) ?? new Set()).add(slice))
  }
  t.deepEqual(
    [...writers]
      .filter(([, slices]) => slices.size > 1)
      .map(([table, slices]) => `${table}: ${[...slices].join(', ')}`),
    [],
  )
  t.true(writers.size > 20, 'the scan still finds the writes')
})

function writtenTables(text: string): string[] {
  const knex = [
    ...text.matchAll(
      /(?:db|trx|owner)(?:<[^>]*>)?\(\s*'(\w+)[^']*'\s*\)(?:(?!\b(?:await|return)\b)[\s\S]){0,400}?\.(insert|update|delete)\(/g,
    ),
  ]
  const sql = [...text.matchAll(/(?:insert into|update|delete from) (\w+)\s+(?:set|\(|where|select)/g)]
  return [...knex, ...sql].map(([, table]) => String(table))
}

test('Koa stays at the door', t => {
  const door = (file: string) =>
    /^src\/(app|main)\.ts$|^src\/(platform|people)\/|\/([a-z-]*routes|[a-z-]*pages)\.ts$/.test(file)
  t.deepEqual(
    [...source].filter(([file, text]) => /from '(@koa\/|koa)/.test(text) && !door(file)).map(([file]) => file),
    [],
  )
})

test('there is no hidden clock', t => {
  const hidden = [...source].filter(([file, text]) => file !== 'src/main.ts' && /new Date\(\)|Date\.now\(\)/.test(text))
  t.deepEqual(
    hidden.map(([file]) => file),
    [],
  )
})

test('files and functions stay small', t => {
  const lengths = [...source]
    .filter(([file]) => file !== 'db/tables.ts')
    .map(([file, text]) => ({ file, lines: text.split('\n').length - 1 }))
  t.deepEqual(
    lengths.filter(({ lines }) => lines > 200),
    [],
  )
  const sorted = lengths.map(({ lines }) => lines).sort((a, b) => a - b)
  t.true((sorted[Math.floor(sorted.length / 2)] ?? 0) < 60, 'the median file')
  t.true((sorted[Math.floor(sorted.length * 0.95)] ?? 0) <= 150, 'the longest twentieth')
})

test('templates look down only', t => {
  const isData = (file: string) => /\/(steps|reasons|status|roles|options)\.ts$/.test(file)
  const wrong = imports.filter(
    ({ from, to, isType }) =>
      from.startsWith('templates/') &&
      !isType &&
      !/^(templates|src\/kit)\//.test(to) &&
      !isData(to) &&
      from !== 'templates/build.ts',
  )
  t.deepEqual(wrong.map(show), [])
  const callers = imports.filter(
    ({ from, to }) =>
      to.startsWith('templates/') &&
      !from.startsWith('templates/') &&
      !/^src\/app\.ts$|\/([a-z-]*routes|[a-z-]*pages|print-[a-z-]+)\.ts$/.test(from),
  )
  t.deepEqual(callers.map(show), [])
})

test('every route says who may call it', t => {
  const naked = [...source].filter(
    ([file, text]) =>
      /\/([a-z-]*routes|[a-z-]*pages)\.ts$/.test(file) &&
      file !== 'src/people/pages.ts' &&
      /\brouter\.(get|post|put|delete|all)\(/.test(text),
  )
  t.deepEqual(
    naked.map(([file]) => file),
    [],
  )
  for (const [file, text] of source) {
    for (const [call] of text.matchAll(/\bon\(\s*\{[\s\S]{0,250}/g)) t.regex(call, /\bwho\b/, file)
  }
})

test('a routes file draws on few others', t => {
  for (const file of files.filter(name => /routes\.ts$/.test(name))) {
    const closure = new Set([file])
    for (const one of closure)
      for (const { from, to, isType } of imports) if (from === one && !isType && to.startsWith('src/')) closure.add(to)
    t.true(closure.size <= 55, `${file}: ${closure.size}`)
  }
})

const show = ({ from, to }: Import) => `${from} → ${to}`
