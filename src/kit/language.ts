/** The languages of citizens' pages. Staff pages are Vietnamese. */
export type Language = 'vi' | 'en'
