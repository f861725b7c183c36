import type { RecordLine } from '../../src/stock/record.ts'
import { purposeWords } from '../custody/purpose-words.ts'

/** What a line of a count is about. */
export const lineWords: Record<RecordLine['purpose'], string> = { ...purposeWords, bag: 'Túi chưa mở' }
