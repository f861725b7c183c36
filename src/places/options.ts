/** What stands in an address for a commune beyond the province: those are not in the table. */
export const outOfProvince = 'out_of_province'
