/** Who a parcel is for. `identity` tells two people of one name apart, where the papers gave a number. */
export type Receiver = { name: string; address: string; identity: string | null }
type Placed = Receiver & { stop: number }

/**
 * The stop of each coming parcel, in their order: one receiver at one address is one stop, also with parcels that are on
 * the round already. Pure. Father and son of one name are two, as soon as both numbers are known.
 */
export function stopsFor(there: readonly Placed[], coming: readonly Receiver[]): number[] {
  const placed = [...there]
  return coming.map(one => {
    const stop = stopOf(placed, one) ?? Math.max(0, ...placed.map(other => other.stop)) + 1
    placed.push({ ...one, stop })
    return stop
  })
}

function stopOf(placed: readonly Placed[], { name, address, identity }: Receiver): number | undefined {
  const namesakes = placed.filter(other => other.name === name && other.address === address)
  const isOther = (stop: number) =>
    namesakes.some(other => other.stop === stop && other.identity && identity && other.identity !== identity)
  return namesakes.find(({ stop }) => !isOther(stop))?.stop
}
