// tick DATABASE_URL TIME: one process whose timetable has come to this minute.
import { connect } from '../../src/platform/db.ts'
import { runOnce } from '../../src/platform/run-once.ts'
import { raiseAlerts } from '../../src/promises/raise-alerts.ts'

const [url = '', at = ''] = process.argv.slice(2)
const db = connect(url, { max: 2, name: 'tick' })
const now = new Date(at)
const did = await runOnce(db, { job: 'raise-alerts', slot: now, now }, () => raiseAlerts(db, now))
console.log(did ? 'did it' : 'another process did it')
await db.destroy()
