import { ParameterRefusal } from './parameter-refusal.js';

/** A body of a million wrong forms is not told of each. */
const MOST_NOTES = 20;

/**
 * What one request relies on beyond the documented forms. Vendor SDKs send some values in other
 * forms; those are taken and noted down, or refused in strict mode.
 */
export class Leniency {
  private readonly noted: string[] = [];

  constructor(readonly strict: boolean) {}

  /** Each form that was taken, as `userId: comma list instead of repeated keys`. */
  get notes(): readonly string[] {
    return this.noted;
  }

  /**
   * Takes a form that is not the documented one.
   * @throws ParameterRefusal in strict mode
   */
  allow(label: string, form: string): void {
    if (this.strict) {
      throw new ParameterRefusal(`${label}: ${form}; strict mode takes the documented form only`);
    }
    if (this.noted.length < MOST_NOTES) this.noted.push(`${label}: ${form}`);
  }
}
