/** How many times as much one variant measures as another, for each round. */
export function ratios<Measurement>(
  of: readonly Measurement[],
  to: readonly Measurement[],
  read: (measurement: Measurement) => number,
): number[] {
  return of.map((one, round) => {
    const other = to[round];
    return other === undefined ? Number.NaN : read(one) / read(other);
  });
}
