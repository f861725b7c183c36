/** What the reporter of the tests says at the end, in the Test Anything Protocol. */
export class Tally {
  private counts = new Map<string, number>()

  read(line: string) {
    const [, kind, count] = /^# (pass|fail) (\d+)$/.exec(line) ?? []
    if (kind) this.counts.set(kind, Number(count))
  }

  /** The last line of a run; one that ended badly without a failed test counts as a failure itself. */
  summary(status: number) {
    const [passed, failed] = [this.counts.get('pass') ?? 0, this.counts.get('fail') ?? 0]
    return `${passed} passed, ${status === 0 ? failed : Math.max(failed, 1)} failed`
  }
}
