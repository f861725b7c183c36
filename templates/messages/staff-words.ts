import type { DeadLetter } from '../../src/messages/dead-letters.ts'
import { type OwnTrouble, ownTroubles } from '../../src/messages/options.ts'
import { texts } from './texts.ts'

/** What a message is about, as staff read it. */
export const titleOfKind = (kind: DeadLetter['kind']): string => {
  if (kind === 'alerts') return 'Cảnh báo cho đơn vị'
  return kind === 'digest' ? 'Việc trong ngày của đơn vị' : texts[kind].title
}

/** Why it failed; a code of the provider stays as it is, to be asked about. */
export function troubleWords(trouble: string | null): string {
  if (!trouble) return ''
  return isOurs(trouble) ? ownTroubles[trouble] : `Nhà cung cấp trả lời: ${trouble}`
}

const isOurs = (trouble: string): trouble is OwnTrouble => Object.hasOwn(ownTroubles, trouble)
