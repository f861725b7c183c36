import type { ExecutionContext } from 'ava'
import pLimit from 'p-limit'

const limit = pLimit(4)
const taken = new WeakSet<ExecutionContext>()

/** Waits until few enough tests of this process have a service of their own: ava begins all tests of a file at once. */
export async function takeSlot(t: ExecutionContext): Promise<void> {
  if (taken.has(t)) return
  taken.add(t)
  await new Promise<void>(begin => {
    const ended = new Promise<void>(end => t.teardown(end))
    void limit(() => {
      begin()
      return ended
    })
  })
}
