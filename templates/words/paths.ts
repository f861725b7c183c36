import type { Language } from '../../src/kit/language.ts'

/** Where citizens' pages live. The language is the address, so that a link keeps it. */
export const paths: Record<Language, { home: string; track: string; procedures: string; atHome: string }> = {
  vi: { home: '/', track: '/tra-cuu', procedures: '/thu-tuc', atHome: '/co-o-nha' },
  en: { home: '/en', track: '/en/track', procedures: '/en/procedures', atHome: '/en/at-home' },
}

/** Where the slip left at delivery leads. */
export const surveyPaths: Record<Language, string> = { vi: '/khao-sat', en: '/en/survey' }

export const otherLanguage = (language: Language): Language => (language === 'vi' ? 'en' : 'vi')
