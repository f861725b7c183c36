// A service that has only a database: `serve-postgres.ts <dataDir>` tells what happens in lines of JSON.
import { connect } from '../../src/platform/db.ts'
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres.ts'

const tell = (line: { said?: string; adminUrl?: string; refused?: string; last?: number }) =>
  console.log(JSON.stringify(line))

try {
  const [dataDir = ''] = process.argv.slice(2)
  const said: string[] = []
  const server = await startEmbeddedPostgres({
    dataDir,
    say: sentence => said.push(sentence),
  })
  process.on('SIGINT', async () => {
    const db = connect(server.adminUrl, { max: 1, name: 'last words' })
    const { rows } = await db.raw<{ rows: { last: number }[] }>('select 1 as last from pg_sleep(0.3)')
    await db.destroy()
    await server.stop()
    tell({ last: rows[0]?.last ?? 0 })
    process.exit()
  })
  tell({ adminUrl: server.adminUrl, said: said.join(' ') })
  setInterval(() => {}, 60_000)
} catch (error) {
  tell({ refused: error instanceof Error ? `${error.constructor.name}: ${error.message}` : String(error) })
}
