/** Seconds a card has been looked at: stands still while the page is hidden. */
export class Stopwatch {
  private since: number | null = null
  private kept = 0

  /** `now` in milliseconds from any fixed point, such as `performance.now`. */
  constructor(private readonly now: () => number) {}

  /** Begins again at `seconds`, going or standing. */
  restart(seconds: number, going: boolean): void {
    this.kept = seconds
    this.since = going ? this.now() : null
  }

  pause(): void {
    this.kept = this.seconds()
    this.since = null
  }

  go(): void {
    this.since ??= this.now()
  }

  seconds(): number {
    return this.since === null ? this.kept : this.kept + (this.now() - this.since) / 1000
  }
}
