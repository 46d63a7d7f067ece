import { ImConfigError } from './errors/config.error.js';

/** The longest time that a timer can wait, about 25 days. */
const LARGEST_NUMBER = 2 ** 31 - 1;

/**
 * A number of an option: whole, at least 1, or the standard one.
 * @throws ImConfigError that names the option.
 */
export function positive(name: string, value: number | undefined, standard: number): number {
  return wholeNumber(name, value, standard, 1);
}

/**
 * A number of an option: whole, at least `min`, or the standard one.
 * @throws ImConfigError that names the option.
 */
export function wholeNumber(
  name: string,
  value: number | undefined,
  standard: number,
  min: number,
): number {
  if (value === undefined) return standard;
  if (!Number.isSafeInteger(value) || value < min || value > LARGEST_NUMBER) {
    throw new ImConfigError(
      `\`${name}\` must be a whole number from ${min} to ${LARGEST_NUMBER}, not ${String(value)}.`,
    );
  }
  return value;
}
