import type { Knex } from 'knex'
import { invalid } from '../kit/errors.ts'
import type { Actor } from '../people/actor.ts'
import { audit } from '../people/audit.ts'
import { type Kind, kindNames } from './kinds.ts'

/** `received,204213` a line: the templates that Zalo has approved. Throws invalid with the line that cannot be. */
export async function changeTemplates(db: Knex, written: string, { by, now }: { by: Actor; now: Date }): Promise<void> {
  const lines = written.split(/\r?\n/).filter(line => line.trim() && !line.startsWith('kind,'))
  const templates = lines.map(line => readTemplate(line))
  await db.transaction(async trx => {
    for (const { kind, template_id } of templates) await trx('zalo_templates').where({ kind }).update({ template_id })
    await audit(trx, { by, action: 'change zalo templates', subject: 'messages', detail: { lines: lines.length } }, now)
  })
}

function readTemplate(line: string): { kind: Kind; template_id: string | null } {
  const [kind = '', id = ''] = line.split(',').map(cell => cell.trim())
  const known = kindNames.find(name => name === kind)
  if (!known || !/^\d{0,20}$/.test(id))
    throw invalid([{ pointer: '/templates', detail: `Dòng này không đọc được: ${line.slice(0, 60)}` }])
  return { kind: known, template_id: id || null }
}
