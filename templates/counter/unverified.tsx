/** A value that no opened source confirmed: of the catalogue, the price list, a calendar, a desk, a delivery area. */
export const Unverified = ({ of, among }: { of: string; among: readonly string[] }) =>
  among.includes(of) ? <span class="bt-unverified">chưa xác minh</span> : null
