import test from 'ava'
import { type Counted, outcomeOf } from '../../src/stock/outcome.ts'

const opened = new Date('2026-11-23T10:00:00Z')
const early = new Date('2026-11-23T02:00:00Z')
const scanned = new Date('2026-11-23T10:10:00Z')
const between = new Date('2026-11-23T10:05:00Z')
const later = new Date('2026-11-23T10:20:00Z')
const here = { is_held: true, is_due: true }
const elsewhere = { is_held: false, is_due: false }

const cases: Record<string, [Counted, ReturnType<typeof outcomeOf>]> = {
  'here and scanned': [{ ...here, scanned_at: scanned, since: early }, 'matched'],
  'here and not scanned': [{ ...here, scanned_at: null, since: early }, 'short'],
  'elsewhere and scanned': [{ ...elsewhere, scanned_at: scanned, since: early }, 'over'],
  'arrived while others were being scanned': [{ ...here, scanned_at: null, since: between }, 'moved'],
  'arrived meanwhile and scanned': [{ ...here, scanned_at: scanned, since: between }, 'matched'],
  'loaded after it was scanned': [{ ...elsewhere, scanned_at: scanned, since: later }, 'moved'],
  'loaded, and then scanned in the cupboard': [{ ...elsewhere, scanned_at: scanned, since: between }, 'over'],
  'opened at its desk and not scanned': [{ is_held: true, is_due: false, scanned_at: null, since: early }, 'moved'],
  'opened at its desk and scanned': [{ is_held: true, is_due: false, scanned_at: scanned, since: early }, 'matched'],
}

for (const [what, [counted, outcome]] of Object.entries(cases))
  test(`what is ${what} is ${outcome}`, t => t.is(outcomeOf(counted, opened), outcome))
