/**
 * Measures every slot once a round, the order reversed every other round, so that a machine that
 * slows down or speeds up during a run favours none.
 * @returns The measurements of each slot, a round each.
 */
export async function inRounds<Slot, Measurement>(
  slots: readonly Slot[],
  rounds: number,
  measure: (slot: Slot) => Promise<Measurement>,
): Promise<Map<Slot, Measurement[]>> {
  const measured = new Map<Slot, Measurement[]>(slots.map((slot) => [slot, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const slot of round % 2 === 0 ? slots : slots.toReversed()) {
      measured.get(slot)?.push(await measure(slot));
    }
  }
  return measured;
}
