import { normaliseItemCode } from '../parcels/item-code.ts'

/** The bag that an address names, in any spelling. */
export const codeIn = (params: Record<string, string>): string => normaliseItemCode(String(params['code']))
