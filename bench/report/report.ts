import type { Spread } from '../measure/statistics.js';

/** What one suite of the bench has found. */
export interface Report {
  /** Name of the suite and of its files. */
  readonly name: string;
  readonly title: string;
  /** How it was measured, in a sentence or two. */
  readonly method: string;
  readonly figures: readonly Figure[];
  readonly measurements: readonly Measurement[];
}

/** A figure that has a goal. */
export interface Figure {
  readonly what: string;
  readonly unit: '×' | 'µs' | 'ms' | 'MB' | 'kB' | '/s' | '';
  readonly value: Spread;
  readonly goal: Goal;
}

export type Goal = { readonly atMost: number } | { readonly atLeast: number };

/** What was measured of one subject, as the columns of a table. */
export interface Measurement {
  readonly subject: string;
  readonly values: Readonly<Record<string, Spread>>;
}

/** A goal is reached by the median. */
export function isReached({ value: { median }, goal }: Figure): boolean {
  return 'atMost' in goal ? median <= goal.atMost : median >= goal.atLeast;
}
