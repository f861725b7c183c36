import type { Language } from '../../src/kit/language.ts'
import { procedureWords } from '../words/procedures.ts'

/** What no published source confirmed yet says so to citizens, wherever it is shown. */
export const PublicMark = ({ language, isShown }: { language: Language; isShown: boolean }) =>
  isShown ? <span class="mark">{procedureWords[language].unverified}</span> : null
