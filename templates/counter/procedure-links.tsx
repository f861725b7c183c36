import type { ProcedureRow } from '../../src/procedures/queries.ts'
import { Tag } from '../parts/tag.tsx'

/** Where the form lies, and the dossier whose family the next one belongs to, if any. */
export type Place = { base: string; next_to: string }
type Props = Place & { procedures: readonly ProcedureRow[]; focusesFirst?: boolean }

/** Procedures to choose from. What this place cannot take in stands there too, with the reason instead of a link. */
export function ProcedureLinks({ procedures, focusesFirst, ...place }: Props) {
  const first = focusesFirst ? procedures.find(procedure => isOpen(procedure, place)) : undefined
  return (
    <ul class="govuk-list bt-procedures">
      {procedures.map(procedure => (
        <li>
          {isOpen(procedure, place) ? (
            <a class="govuk-link" href={formPath(procedure, place)} autofocus={procedure === first}>
              {procedure.name}
            </a>
          ) : (
            <span>{procedure.name}</span>
          )}
          <span class="bt-procedures__facts">
            <Services {...procedure} isOpen={isOpen(procedure, place)} /> {procedure.field_name},{' '}
            {levels[procedure.level]}
            {procedure.code && `, mã ${procedure.code}`}
          </span>
        </li>
      ))}
    </ul>
  )
}

export const levels: Record<string, string> = { province: 'cấp tỉnh', district: 'cấp huyện', commune: 'cấp xã' }

const isOpen = (procedure: ProcedureRow, { base }: Place) =>
  base === '/staff/desk' ? procedure.return_by_post : procedure.receive_by_post

const formPath = ({ key }: ProcedureRow, { base, next_to }: Place) =>
  `${base}/new?${new URLSearchParams({ procedure: key, ...(next_to ? { next_to } : {}) })}`

function Services({ receive_by_post, return_by_post, isOpen: open }: ProcedureRow & { isOpen: boolean }) {
  if (!open)
    return <Tag tone="neutral">{receive_by_post ? 'Không trả qua bưu điện' : 'Nộp tại công an hoặc trực tuyến'}</Tag>
  return <Tag tone="moving">{receive_by_post ? (return_by_post ? 'Nhận và trả' : 'Chỉ nhận') : 'Chỉ trả'}</Tag>
}
