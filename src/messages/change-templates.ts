import type { Knex } from 'knex'
import { z } from 'zod'
import { parse } from '../kit/parse.ts'
import type { Actor } from '../people/actor.ts'
import { audit } from '../people/audit.ts'
import { type Kind, kindNames } from './kinds.ts'

type Template = { kind: Kind; template_id: string | null }

const id = z
  .string()
  .trim()
  .regex(/^\d{0,20}$/, 'Xin ghi mã mẫu của Zalo: chỉ chữ số, nhiều nhất 20.')
const templatesForm = z.object({ templates: z.partialRecord(z.enum(kindNames), id) })

/** `templates.received=204213&…`: what Zalo has approved, by kind; empty is none. Throws invalid. */
export function readTemplates(form: Record<string, string>): Template[] {
  const named = kindNames.filter(kind => form[`templates.${kind}`] !== undefined)
  const sent = Object.fromEntries(named.map(kind => [kind, form[`templates.${kind}`]]))
  const { templates } = parse(templatesForm, { templates: sent })
  return named.map(kind => ({ kind, template_id: templates[kind] || null }))
}

/** Replaces the templates of the kinds that are named; the others keep what they have. */
export async function changeTemplates(
  db: Knex,
  templates: readonly Template[],
  { by, now }: { by: Actor; now: Date },
): Promise<void> {
  const detail = { lines: templates.length }
  await db.transaction(async trx => {
    for (const { kind, template_id } of templates) await trx('zalo_templates').where({ kind }).update({ template_id })
    await audit(trx, { by, action: 'change zalo templates', subject: 'messages', detail }, now)
  })
}
