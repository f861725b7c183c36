import type { Knex } from 'knex'
import { renderToString } from 'preact-render-to-string'
import type { AlertsRow, PromisePoliciesRow } from '../../db/tables.ts'
import { clockWords, levelWords } from '../../templates/control/words.ts'
import { EmailPage, emailText } from '../../templates/messages/email.tsx'
import { longDate, longTime } from '../kit/time.ts'
import type { MessageRow } from './message-row.ts'

/** So many stand in one e-mail; the rest stand on the pages. */
const longest = 50

type Alert = Pick<AlertsRow, 'level' | 'due_at'> & { clock: PromisePoliciesRow['clock']; code: string }

/** What an office is told: the alerts of a tick and level, or all that is open in the morning. Codes, no names. */
export async function staffMail(db: Knex, row: MessageRow, { publicUrl }: { publicUrl: string }, now: Date) {
  const alerts = row.kind === 'alerts' ? await ofMessage(db, row.id) : await ofUnit(db, row.unit_id ?? '')
  const level = row.level ? levelWords[row.level].word.toLowerCase() : `việc trong ngày ${longDate(now)}`
  const email = {
    subject: `${row.unit_name}: ${alerts.length} cảnh báo, ${level}`,
    paragraphs: [],
    lines: linesOf(alerts),
    closing: [`Nhận xử lý tại ${publicUrl}/staff`],
    stopAt: null,
  }
  const text = emailText(email)
  return { subject: email.subject, text, html: `<!doctype html>${renderToString(EmailPage(email))}`, said: text }
}

function linesOf(alerts: readonly Alert[]): string[] {
  const shown = alerts
    .slice(0, longest)
    .map(
      ({ code, clock, due_at, level }) =>
        `${code}: ${clockWords[clock]}, ${levelWords[level].word}, hẹn ${longTime(due_at)}`,
    )
  return alerts.length > longest ? [...shown, `và ${alerts.length - longest} việc khác`] : shown
}

const open = (db: Knex) =>
  db('alerts')
    .join('clocks', 'clocks.id', 'alerts.clock_id')
    .join('promise_policies', 'promise_policies.id', 'clocks.policy_id')
    .leftJoin('parcels', 'parcels.id', 'clocks.parcel_id')
    .leftJoin('dossiers', 'dossiers.id', 'clocks.dossier_id')
    .whereNull('alerts.closed_at')
    .orderBy('alerts.due_at')
    .select(
      'alerts.level',
      'alerts.due_at',
      'promise_policies.clock',
      db.raw('coalesce(parcels.code, dossiers.reference) as code'),
    )

const ofMessage = (db: Knex, message_id: string): Promise<Alert[]> =>
  open(db).join('told_alerts', 'told_alerts.alert_id', 'alerts.id').where({ message_id })

const ofUnit = (db: Knex, unit_id: string): Promise<Alert[]> => open(db).where('clocks.unit_id', unit_id)
