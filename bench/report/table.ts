import type { Spread } from '../measure/statistics.js';
import { isReached, type Figure, type Goal, type Measurement } from './report.js';

/** The figures beside their goals, as a Markdown table. */
export function figureTable(figures: readonly Figure[]): string {
  return table(
    ['what', 'median (min – max)', 'goal', ''],
    figures.map((figure) => [
      figure.what,
      showFigure(figure),
      showGoal(figure.goal),
      isReached(figure) ? 'reached' : '**short**',
    ]),
  );
}

/** All measurements, as a Markdown table. */
export function measurementTable(measurements: readonly Measurement[]): string {
  const columns = [...new Set(measurements.flatMap(({ values }) => Object.keys(values)))];
  return table(
    ['', ...columns],
    measurements.map(({ subject, values }) => [
      subject,
      ...columns.map((column) => (values[column] ? show(values[column]) : '–')),
    ]),
  );
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** A goal as people write it. */
export function showGoal(goal: Goal): string {
  return 'atMost' in goal ? `≤ ${showGiven(goal.atMost)}` : `≥ ${showGiven(goal.atLeast)}`;
}

function showGiven(value: number): string {
  return value.toLocaleString('en');
}

/** A figure with its unit; the least and the most where they differ. */
export function showFigure({ unit, value }: Figure): string {
  return `${show(value)} ${unit}`.trim();
}

function show({ median, min, max }: Spread): string {
  if (min === max) return showNumber(median);
  return `${showNumber(median)} (${showNumber(min)} – ${showNumber(max)})`;
}

function showNumber(value: number): string {
  return value >= 1_000
    ? Math.round(value).toLocaleString('en')
    : String(Number(value.toPrecision(3)));
}
