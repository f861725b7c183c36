// Whether signed hand-over sheets are what was signed: read again by other code than what wrote them.
import { createHash } from 'node:crypto'
import type { Knex } from 'knex'

type Sheet = {
  id: string
  number: string
  is_signed: boolean
  content: string | null
  digest: Buffer | null
  /** Codes of its rows: all, and those whose fact is another parcel's. */
  codes: string[]
  strange: string[]
  /** A stored PDF is not what its own hash says. */
  has_wrong_paper: boolean
}

const sheetsAtOnce = 500

/** Reports each sheet whose words, rows, facts or papers do not belong together. Answers how many sheets there are. */
export async function checkHandovers(trx: Knex, report: (fault: string) => void): Promise<number> {
  let sheets = 0
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const page = await sheetsAfter(trx, after)
    for (const sheet of page) for (const fault of faultsOf(sheet)) report(`${sheet.number}: ${fault}`)
    const last = page.at(-1)
    if (!last) return sheets
    sheets += page.length
    after = last.id
  }
}

async function sheetsAfter(trx: Knex, after: string): Promise<Sheet[]> {
  const { rows } = await trx.raw(
    `select h.id, h.number, h.accepted_at is not null as is_signed, words.content, words.digest,
       array(select p.code from handover_parcels r join parcels p on p.id = r.parcel_id
             where r.handover_id = h.id and (words.side = 'taker' or r.is_listed) order by p.code collate "C") as codes,
       array(select p.code from handover_parcels r join parcels p on p.id = r.parcel_id
             join custody_events e on e.id = r.event_id
             where r.handover_id = h.id and e.parcel_id <> r.parcel_id) as strange,
       exists (select from handover_papers paper where paper.handover_id = h.id and paper.sha256 <> sha256(paper.pdf)) as has_wrong_paper
     from handovers h
     left join handover_sheets words on words.handover_id = h.id
       and words.side = case when h.accepted_at is null then 'giver' else 'taker' end
     where h.id > :after order by h.id limit :sheetsAtOnce`,
    { after, sheetsAtOnce },
  )
  return rows
}

function faultsOf({ content, digest, ...sheet }: Sheet): string[] {
  if (content === null || digest === null) return [`nobody's words for a sheet that is ${stateOf(sheet)}`]
  const { number, lines } = JSON.parse(content) as { number: string; lines: { code: string }[] }
  const told = [...new Set(lines.map(({ code }) => code))].sort()
  return [
    ...(createHash('sha256').update(content).digest().equals(digest) ? [] : ['its words are not what was signed']),
    ...(number === sheet.number ? [] : [`its words are those of ${number}`]),
    ...(told.join() === sheet.codes.join() ? [] : ['its rows are not those of its words']),
    ...sheet.strange.map(code => `the fact of ${code} is another parcel's`),
    ...(sheet.has_wrong_paper ? ['its paper is not what was drawn'] : []),
  ]
}

const stateOf = ({ is_signed }: Pick<Sheet, 'is_signed'>) => (is_signed ? 'accepted' : 'released')
