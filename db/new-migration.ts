// npm run db:new -- what it does: makes the next numbered, empty migration and prints its name.
import { readdirSync, writeFileSync } from 'node:fs'

const folder = new URL('migrations/', import.meta.url)
const name = process.argv
  .slice(2)
  .join('_')
  .toLowerCase()
  .replace(/[^a-z0-9]+/g, '_')
if (!name) {
  console.error('Say what it does: npm run db:new -- parcels_remember_weight')
  process.exit(1)
}

const last = Math.max(0, ...readdirSync(folder).map(file => Number.parseInt(file, 10) || 0))
const file = `${String(last + 1).padStart(4, '0')}_${name}.sql`
writeFileSync(new URL(file, folder), '', { flag: 'wx' })
console.log(`db/migrations/${file}`)
