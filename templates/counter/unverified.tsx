/** A value of the catalogue that no opened source confirmed. */
export const Unverified = ({ of, among }: { of: string; among: readonly string[] }) =>
  among.includes(of) ? <span class="bt-unverified">chưa xác minh</span> : null
