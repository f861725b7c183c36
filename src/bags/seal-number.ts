/** A seal's number as it is compared: people write spaces, dashes and small letters as they like. Null where there is none. */
export const sealNumber = (written: string | undefined): string | null =>
  (written ?? '').normalize('NFKC').toUpperCase().replace(/[\s-]/g, '') || null
