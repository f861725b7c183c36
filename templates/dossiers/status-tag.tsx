import { type DossierStatus, statuses } from '../../src/dossiers/status.ts'
import { Tag, type Tone } from '../parts/tag.tsx'

const tones: Record<DossierStatus, Tone> = {
  taken_in: 'waiting',
  accepted: 'moving',
  supplement_requested: 'warning',
  refused: 'bad',
  stopped: 'bad',
  withdrawn: 'neutral',
  result_announced: 'good',
  returned: 'good',
}

/** What became of a dossier. */
export const StatusTag = ({ status }: { status: DossierStatus }) => <Tag tone={tones[status]}>{statuses[status]}</Tag>
