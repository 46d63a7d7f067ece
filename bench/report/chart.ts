import { showFigure, showGoal } from './table.js';
import { isReached, type Figure, type Goal, type Report } from './report.js';

const WIDTH = 920;
const MARGIN = 16;
const TITLE_HEIGHT = 64;
const ROW_HEIGHT = 46;
const BAR_HEIGHT = 14;
const BAR_BELOW_LABEL = 8;
// The goal line never stands at the very edge.
const LEAST_SHARE_SHOWN = 1.25;

// Readable on white and on black; a page shows the one that its reader has chosen.
const STYLE = `
  text { font: 13px system-ui, sans-serif; fill: #24292f; }
  .title { font-size: 16px; font-weight: 600; }
  .value { fill: #57606a; text-anchor: end; }
  .reached { fill: #2da44e; }
  .short { fill: #d4772c; }
  .whisker, .goal { stroke: #24292f; stroke-width: 1.5; }
  .goal { stroke-width: 2.5; }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3; }
    .value { fill: #9ea7b3; }
    .whisker, .goal { stroke: #e6edf3; }
  }`;

/** The figures of a report as bars with their least and most, each as a share of its goal. */
export function drawChart({ title, figures }: Report): string {
  const most = Math.max(
    LEAST_SHARE_SHOWN,
    ...figures.map(({ goal, value }) => value.max / of(goal)),
  );
  const x = (share: number): number =>
    round(MARGIN + (Math.max(0, share) / most) * (WIDTH - 2 * MARGIN));
  const height = TITLE_HEIGHT + figures.length * ROW_HEIGHT;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img">`,
    `<title>${escape(title)}: figures and goals</title>`,
    `<style>${STYLE}\n</style>`,
    `<text class="title" x="${MARGIN}" y="26">${escape(title)}</text>`,
    `<text x="${x(1)}" y="42" text-anchor="middle">goal</text>`,
    ...figures.map((figure, index) => drawRow(figure, TITLE_HEIGHT + index * ROW_HEIGHT, x)),
    '</svg>',
    '',
  ].join('\n');
}

function drawRow(figure: Figure, y: number, x: (share: number) => number): string {
  const { goal, value, what } = figure;
  const [min, median, max] = [value.min, value.median, value.max].map((one) => x(one / of(goal)));
  const top = y + BAR_BELOW_LABEL;
  const middle = top + BAR_HEIGHT / 2;
  return [
    `<text x="${MARGIN}" y="${y}">${escape(what.replaceAll('`', ''))}</text>`,
    `<text class="value" x="${WIDTH - MARGIN}" y="${y}">${escape(`${showFigure(figure)}, goal ${showGoal(goal)}`)}</text>`,
    `<rect class="${isReached(figure) ? 'reached' : 'short'}" x="${x(0)}" y="${top}" width="${round((median ?? 0) - x(0))}" height="${BAR_HEIGHT}"/>`,
    `<line class="whisker" x1="${min}" x2="${max}" y1="${middle}" y2="${middle}"/>`,
    `<line class="goal" x1="${x(1)}" x2="${x(1)}" y1="${top - 4}" y2="${top + BAR_HEIGHT + 4}"/>`,
    ...[min, max].map(
      (end) =>
        `<line class="whisker" x1="${end}" x2="${end}" y1="${middle - 4}" y2="${middle + 4}"/>`,
    ),
  ].join('\n');
}

function of(goal: Goal): number {
  return 'atMost' in goal ? goal.atMost : goal.atLeast;
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
