/**
 * Gathers calls that arrive while others are under way: `work` gets at most `most` of them at once and answers each, in
 * order; it runs in so many `lanes` beside each other, so that the database works on one lot while we prepare the next.
 * Where the work of several fails, each is tried alone, so that one that cannot be done costs nobody else theirs.
 */
export function coalesce<T, R>(
  work: (items: readonly T[]) => Promise<readonly R[]>,
  { most, lanes = 1 }: { most: number; lanes?: number },
): (item: T) => Promise<R> {
  let waiting: Waiting<T, R>[] = []
  let busy = 0

  async function empty() {
    busy++
    while (waiting.length) {
      const batch = waiting.slice(0, most)
      waiting = waiting.slice(most)
      await together(batch, work)
    }
    busy--
  }

  return item =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject })
      if (busy < lanes) void empty()
    })
}

type Waiting<T, R> = { item: T; resolve: (answer: R) => void; reject: (error: unknown) => void }

async function together<T, R>(batch: Waiting<T, R>[], work: (items: readonly T[]) => Promise<readonly R[]>) {
  try {
    const answers = await work(batch.map(({ item }) => item))
    for (const [i, { resolve }] of batch.entries()) resolve(answers[i] as R)
  } catch (error) {
    if (batch.length === 1) batch[0]?.reject(error)
    else await Promise.all(batch.map(one => together([one], work)))
  }
}
