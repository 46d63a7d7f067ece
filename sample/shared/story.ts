/** What a play tells on the terminal, step by step. */
export class Story {
  #steps = 0;

  /** Begins the next step. */
  step(line: string): void {
    this.#steps += 1;
    console.log(`\n${this.#steps}. ${line}`);
  }

  /** Adds to the step. */
  detail(line: string): void {
    console.log(`   ${line}`);
  }

  /**
   * Breaks the story off unless it came out as told.
   * @throws Error
   */
  expect(actual: string, expected: string): void {
    if (actual !== expected) throw new Error(`Expected ${expected}, but it was ${actual}.`);
  }
}
