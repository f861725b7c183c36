import test from 'ava'
import { renderToString } from 'preact-render-to-string'
import type { ScanLine } from '../../src/custody/scan-lines.ts'
import { LastScans } from '../../templates/custody/last-scans.tsx'

const now = new Date('2026-11-23T00:30:00+07:00')
const scanned = (at: string): ScanLine => ({
  id: at,
  code: 'PA000000015VN',
  step: 'lodge',
  received_at: new Date(at),
  verdict: 'recorded',
  reason: null,
  message: null,
  is_corrected: false,
  is_last: false,
  flags: [],
  holder_kind: 'police_unit',
  holder_unit: null,
  holder_person: null,
})

test('a scan of today has its time, one of an earlier day its date too', t => {
  const html = renderToString(
    <LastScans last={['2026-11-23T00:05:00+07:00', '2026-11-22T23:55:00+07:00'].map(scanned)} now={now} />,
  )
  t.deepEqual(html.match(/, [^<]*\d\d giờ \d\d/g), [', 00 giờ 05', ', 22/11/2026, 23 giờ 55'])
})
