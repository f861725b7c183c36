export type Act = () => Promise<void> | void

type Entry = { at: number; turn: number; act: Act }

/** What is to happen, to the millisecond, in the order of time; of one moment, as it was put down. A binary heap. */
export class Agenda {
  private readonly heap: Entry[] = []
  private turn = 0

  put(at: number, act: Act) {
    const { heap } = this
    heap.push({ at: Math.round(at), turn: ++this.turn, act })
    for (let i = heap.length - 1; i > 0; ) {
      const parent = (i - 1) >> 1
      if (!this.isBefore(i, parent)) return
      this.swap(i, parent)
      i = parent
    }
  }

  /** Takes off what comes next, unless it comes after `until`. */
  next(until: number): Entry | null {
    const [first] = this.heap
    if (!first || first.at > until) return null
    const last = this.heap.pop() as Entry
    if (this.heap.length) {
      this.heap[0] = last
      this.sink()
    }
    return first
  }

  private sink() {
    for (let i = 0; ; ) {
      const smallest = [2 * i + 1, 2 * i + 2].reduce((least, child) => (this.isBefore(child, least) ? child : least), i)
      if (smallest === i) return
      this.swap(i, smallest)
      i = smallest
    }
  }

  private isBefore(i: number, j: number) {
    const [a, b] = [this.heap[i], this.heap[j]]
    return a !== undefined && b !== undefined && (a.at < b.at || (a.at === b.at && a.turn < b.turn))
  }

  private swap(i: number, j: number) {
    const { heap } = this
    ;[heap[i], heap[j]] = [heap[j] as Entry, heap[i] as Entry]
  }
}
