/** How long the bench takes its time. */
export interface Pace {
  readonly rounds: number;
  /** Until the code is compiled, that of reconnecting too, which runs once in 80 calls. */
  readonly warmUpMs: number;
  readonly measureMs: number;
  /** Of what is counted and not timed. */
  readonly share: number;
}

/** For figures. */
export const FULL_PACE: Pace = { rounds: 5, warmUpMs: 2_500, measureMs: 1_000, share: 1 };

/** Only shows that the bench works. */
export const SMOKE_PACE: Pace = { rounds: 1, warmUpMs: 100, measureMs: 200, share: 1 / 100 };
