import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import test from 'ava'

/** The slices in their one order: a file imports from its own slice or an earlier one. */
const order =
  'kit platform places people procedures money parcels custody handovers bags stock promises evidence rounds blanks dossiers openings messages tracking exchange reports'.split(
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

/** Where every route and page is listed. */
const tables = ['src/app.ts', 'src/all-routes.ts', 'src/all-pages.ts']

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
  t.deepEqual(imports.filter(({ from, to }) => isRoutes(to) && !tables.includes(from)).map(show), [])
})

/** Who writes what. A table that is not here has no writer yet. */
const owners: Record<string, string> = {
  people: 'people',
  assignments: 'people',
  sessions: 'people',
  set_up_links: 'people',
  audit_log: 'people',
  printings: 'people',
  item_code_ranges: 'parcels',
  parcels: 'parcels',
  parcel_addressees: 'parcels',
  custody_events: 'custody',
  event_standings: 'custody',
  parcel_presents: 'custody',
  scans: 'custody',
  reviews: 'custody',
  log_leaves: 'evidence',
  log_nodes: 'evidence',
  checkpoints: 'evidence',
  cosignatures: 'evidence',
  openings: 'openings',
  blank_sets: 'blanks',
  stock_counts: 'stock',
  stock_count_codes: 'stock',
  stock_count_parcels: 'stock',
  crossings: 'handovers',
  handovers: 'handovers',
  handover_parcels: 'handovers',
  handover_differences: 'handovers',
  handover_sheets: 'handovers',
  handover_papers: 'handovers',
  bags: 'bags',
  bag_parcels: 'bags',
  bag_differences: 'bags',
  rounds: 'rounds',
  round_parcels: 'rounds',
  delivery_proofs: 'rounds',
  delivery_reports: 'rounds',
  reckonings: 'rounds',
  messages: 'messages',
  told_alerts: 'messages',
  message_stops: 'messages',
  message_settings: 'messages',
  zalo_templates: 'messages',
  survey_answers: 'messages',
  units: 'places',
  departures: 'places',
  holidays: 'places',
  calendars: 'places',
  unit_calendars: 'places',
  promise_policies: 'promises',
  hearers: 'promises',
  watch_settings: 'promises',
  clocks: 'promises',
  alerts: 'promises',
  alert_hearers: 'promises',
  pauses: 'promises',
  home_claims: 'promises',
  standstills: 'promises',
  migration_files: 'platform',
  job_runs: 'platform',
  daily_numbers: 'platform',
  idempotent_answers: 'platform',
  dossiers: 'dossiers',
  reference_counters: 'dossiers',
  official_code_counters: 'dossiers',
  parties: 'dossiers',
  dossier_documents: 'dossiers',
  dossier_events: 'dossiers',
  supplement_requests: 'dossiers',
  refunds: 'dossiers',
  parcel_contents: 'dossiers',
  lookup_codes: 'dossiers',
}

test('only its owner writes a table', t => {
  const writes = [...source].flatMap(([file, text]) =>
    writtenTables(text).map(table => ({ slice: sliceOf(file), table, file })),
  )
  const ours = writes.filter(({ slice, table }) => slice && table in owners)
  t.deepEqual(
    ours.filter(({ slice, table }) => owners[table] !== slice).map(({ table, file }) => `${file} writes ${table}`),
    [],
  )
  t.deepEqual(
    Object.keys(owners).filter(table => !ours.some(write => write.table === table)),
    [],
    'the scan sees every owner write',
  )
  t.deepEqual(
    writes
      .filter(({ slice, table }) => slice && !(table in owners))
      .map(({ table, file }) => `${file} writes ${table}`),
    [],
  )
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

test('a router is made only where every route gets its policy', t => {
  const makers = [...source].filter(([, text]) => /new (Page)?Router\(/.test(text)).map(([file]) => file)
  t.deepEqual(makers.sort(), [
    'src/exchange/openapi-routes.ts',
    'src/people/endpoint.ts',
    'src/people/pages.ts',
    'src/platform/health.ts',
  ])
})

test('nothing is imported but by name, at the top of a file', t => {
  const hidden = [...source].filter(([file, text]) => /\bimport\(|^import '/m.test(text) && !loads.includes(file))
  t.deepEqual(
    hidden.map(([file]) => file),
    [],
  )
})
// What builds the styles needs tools that a running service does without; the other is a type.
const loads = ['templates/build.ts', 'templates/documents/library-types.d.ts']

test('a slice takes only row types from db', t => {
  const wrong = imports.filter(
    ({ from, to, isType }) => sliceOf(from) && to.startsWith('db/') && !(isType && to === 'db/tables.ts'),
  )
  t.deepEqual(wrong.map(show), [])
})

test('there is no hidden clock', t => {
  // Programs of their own; the machine's times on files, and the phone's on its scans.
  const has = ['src/main.ts', 'src/witness.ts', 'src/platform/folder-owner.ts', 'templates/browser/scan/queue.ts']
  const hidden = [...source].filter(
    ([file, text]) => !has.includes(file) && /new Date\(\)|Date\.now\(\)|timeOrigin/.test(text),
  )
  t.deepEqual(
    hidden.map(([file]) => file),
    [],
  )
})

test('what lists many lines is drawn in a thread of its own, where no scan waits for it', t => {
  const long = /import \{[^}]*\b(blankSetsPdf|collectionNoticesPdf|handoverSheetPdf|round\w+Pdf|stockRecordPdf)\b/
  const drawing = [...source].filter(([, text]) => long.test(text)).map(([file]) => file)
  t.deepEqual(drawing, ['templates/documents/thread.ts'])
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

test('verify draws on nothing that folds, chains or logs', t => {
  const judged = [
    'chain',
    'fold',
    'after-step',
    'judge-scan',
    'history',
    'write-histories',
    'seal-facts',
    'record-scans',
  ]
  const written = ['append-log', 'grow-tree', 'read-nodes', 'issue-checkpoint']
  const foreign = [...judged.map(name => `src/custody/${name}.ts`), ...written.map(name => `src/evidence/${name}.ts`)]
  t.deepEqual(
    foreign.filter(file => !source.has(file)),
    [],
    'they are where this test looks',
  )
  t.deepEqual(
    foreign.filter(file => closureOf('src/verify.ts').has(file)),
    [],
  )
})

test('templates look down only', t => {
  const isData = (file: string) => /\/(steps|reasons|status|roles|options)\.ts$/.test(file)
  const knowing = imports.filter(({ from, to, isType }) => isData(from) && !isType && sliceOf(to) !== 'kit')
  t.deepEqual(knowing.map(show), [], 'data that templates read know nothing of ours')
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

test('a routes or pages file draws on few others', t => {
  for (const file of files.filter(name => /(routes|pages)\.ts$/.test(name) && !tables.includes(name))) {
    const { size } = closureOf(file)
    t.true(size <= 90, `${file}: ${size}`)
  }
})

/** The file and whatever of src it draws on, types apart. */
function closureOf(file: string): Set<string> {
  const closure = new Set([file])
  for (const one of closure)
    for (const { from, to, isType } of imports) if (from === one && !isType && to.startsWith('src/')) closure.add(to)
  return closure
}

const show = ({ from, to }: Import) => `${from} → ${to}`
