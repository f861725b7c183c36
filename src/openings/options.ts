/** How the seal of an envelope was found. */
export const seals = { intact: 'Nguyên vẹn', broken: 'Đã rách hoặc đã mở', missing: 'Không có niêm phong' } as const
export type Seal = keyof typeof seals
