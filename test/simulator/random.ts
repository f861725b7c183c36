/** A seeded generator: the same seed draws the same numbers on every machine (sfc32). */
export type Random = ReturnType<typeof seeded>

export function seeded(seed: number) {
  const next = sfc32(seed)
  const below = (n: number) => Math.floor(next() * n)
  const chance = (share: number) => next() < share
  const between = (from: number, to: number) => from + next() * (to - from)
  const pick = <T>(some: readonly T[]): T => {
    const one = some[below(some.length)]
    if (one === undefined) throw new Error('there is nothing to pick from')
    return one
  }
  const weighted = <T>(some: readonly T[], weight: (one: T) => number): T => {
    const at = next() * some.reduce((sum, one) => sum + weight(one), 0)
    let passed = 0
    for (const one of some) {
      passed += weight(one)
      if (at < passed) return one
    }
    return pick(some)
  }
  return { below, chance, between, pick, weighted, poisson: (mean: number) => poisson(next, mean) }
}

/** How often something happens that happens `mean` times on average; above 500 as good as normal. */
function poisson(next: () => number, mean: number): number {
  if (mean > 500) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(next)))
  const limit = Math.exp(-mean)
  let many = 0
  for (let product = next(); product > limit; product *= next()) many++
  return many
}

const normal = (next: () => number) => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())

function sfc32(seed: number): () => number {
  let [a, b, c, d] = [0x9e3779b9, 0x243f6a88, seed | 0, 1]
  const next = () => {
    const sum = (a + b + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    return (sum >>> 0) / 2 ** 32
  }
  for (let i = 0; i < 15; i++) next()
  return next
}
