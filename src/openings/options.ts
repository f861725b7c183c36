/** How the seal of an envelope was found. */
export const seals = { intact: 'Nguyên vẹn', broken: 'Đã rách hoặc đã mở', missing: 'Không có niêm phong' } as const
export type Seal = keyof typeof seals

const kinds = { originals: 'bản chính', certified: 'chứng thực', copies: 'bản sao' } as const
type Kind = keyof typeof kinds

/** `1 bản chính, 2 bản sao`: of what there is none nothing is said. */
export const countWords = (count: Record<Kind, number>): string =>
  (Object.keys(kinds) as Kind[]).flatMap(kind => (count[kind] ? [`${count[kind]} ${kinds[kind]}`] : [])).join(', ') ||
  'không có'
