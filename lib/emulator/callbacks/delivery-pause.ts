/** Time-outs within {@link TIMEOUT_WINDOW_MS} after which delivery is paused; the service says "many". */
export const TIMEOUTS_BEFORE_PAUSE = 10;
/** The "short while" in which they are counted; not documented either. */
export const TIMEOUT_WINDOW_MS = 60_000;
/** How long delivery pauses; documented as about one minute. */
export const PAUSE_MS = 60_000;

/** Pauses the delivery of one event when its address keeps timing out. */
export class DeliveryPause {
  private timeouts: number[] = [];
  private pausedUntil = 0;

  constructor(private readonly clock: () => number) {}

  /** Whether delivery is paused now. */
  get active(): boolean {
    return this.clock() < this.pausedUntil;
  }

  /** Counts a time-out. */
  countTimeout(): void {
    const now = this.clock();
    this.timeouts = this.timeouts.filter((at) => at > now - TIMEOUT_WINDOW_MS);
    this.timeouts.push(now);
    if (this.timeouts.length < TIMEOUTS_BEFORE_PAUSE) return;
    this.timeouts = [];
    this.pausedUntil = now + PAUSE_MS;
  }
}
