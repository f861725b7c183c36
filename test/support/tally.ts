/** Counts the lines of the Test Anything Protocol as they go by. */
export class Tally {
  passed = 0
  failed = 0
  skipped = 0

  read(line: string) {
    if (/^(not )?ok \d.*# (SKIP|TODO)/.test(line)) this.skipped++
    else if (/^ok \d/.test(line)) this.passed++
    else if (/^not ok \d/.test(line)) this.failed++
  }

  /** The last line of a run; one that ended badly without a failed test counts as a failure itself. */
  summary(status: number) {
    const failed = status === 0 ? this.failed : Math.max(this.failed, 1)
    return `${this.passed} passed, ${failed} failed`
  }
}
