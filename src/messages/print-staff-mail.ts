import type { Knex } from 'knex'
import { renderToString } from 'preact-render-to-string'
import { aboutWords, levelWords } from '../../templates/control/words.ts'
import { EmailPage, emailText } from '../../templates/messages/email.tsx'
import { longDate, longTime } from '../kit/time.ts'
import { type AlertRow, alertsWhere } from '../promises/open-alerts.ts'
import type { MessageRow } from './message-row.ts'

/** So many stand in one e-mail; the rest stand on the pages. */
const longest = 50

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

function linesOf(alerts: readonly AlertRow[]): string[] {
  const shown = alerts
    .slice(0, longest)
    .map(
      alert =>
        `${subjectOf(alert)}: ${aboutWords(alert)}, ${levelWords[alert.level].word}, ${alert.due_at ? `hẹn ${longTime(alert.due_at)}` : `từ ${longTime(alert.raised_at)}`}`,
    )
  return alerts.length > longest ? [...shown, `và ${alerts.length - longest} việc khác`] : shown
}

const subjectOf = ({ code, reference, unit }: AlertRow) => code ?? reference ?? unit ?? 'Hệ thống'

const ofMessage = (db: Knex, message: string) =>
  alertsWhere(db, 'id in (select alert_id from told_alerts where message_id = :message)', { message })

const ofUnit = (db: Knex, unit: string) =>
  alertsWhere(db, 'id in (select alert_id from alert_hearers where unit_id = :unit)', { unit })
