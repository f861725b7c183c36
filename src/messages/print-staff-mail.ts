import type { Knex } from 'knex'
import { renderToString } from 'preact-render-to-string'
import type { AlertsRow, PromisePoliciesRow } from '../../db/tables.ts'
import { aboutWords, levelWords } from '../../templates/control/words.ts'
import { EmailPage, emailText } from '../../templates/messages/email.tsx'
import { longDate, longTime } from '../kit/time.ts'
import type { MessageRow } from './message-row.ts'

/** So many stand in one e-mail; the rest stand on the pages. */
const longest = 50

type Alert = Pick<AlertsRow, 'watch' | 'level' | 'due_at' | 'raised_at'> & {
  clock: PromisePoliciesRow['clock'] | null
  /** Of what it is about; of an office, its own name. */
  code: string
}

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
      ({ code, due_at, raised_at, level, ...about }) =>
        `${code}: ${aboutWords(about)}, ${levelWords[level].word}, ${due_at ? `hẹn ${longTime(due_at)}` : `từ ${longTime(raised_at)}`}`,
    )
  return alerts.length > longest ? [...shown, `và ${alerts.length - longest} việc khác`] : shown
}

const open = (db: Knex) =>
  db('alerts')
    .leftJoin('clocks', 'clocks.id', 'alerts.clock_id')
    .leftJoin('promise_policies', 'promise_policies.id', 'clocks.policy_id')
    .leftJoin('parcels', 'parcels.id', 'alerts.parcel_id')
    .leftJoin('dossiers', 'dossiers.id', 'clocks.dossier_id')
    .leftJoin('units', 'units.id', 'alerts.unit_id')
    .whereNull('alerts.closed_at')
    .orderBy(['alerts.due_at', 'alerts.raised_at'])
    .select(
      'alerts.level',
      'alerts.watch',
      'alerts.due_at',
      'alerts.raised_at',
      'promise_policies.clock',
      db.raw(`coalesce(parcels.code, dossiers.reference, units.name, 'Hệ thống') as code`),
    )

const ofMessage = (db: Knex, message_id: string): Promise<Alert[]> =>
  open(db).join('told_alerts', 'told_alerts.alert_id', 'alerts.id').where('message_id', message_id)

const ofUnit = (db: Knex, unit_id: string): Promise<Alert[]> =>
  open(db).join('alert_hearers', 'alert_hearers.alert_id', 'alerts.id').where('alert_hearers.unit_id', unit_id)
