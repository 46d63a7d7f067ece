import { isRecord } from '../is-record.js';

/** The checked parameters of one call, with typed access for the handlers. */
export class OperationParameters {
  constructor(
    /** Everything that was read, by parameter name. */
    readonly values: Readonly<Record<string, unknown>>,
    /** Names that the operation does not have. */
    readonly unknownNames: readonly string[] = [],
  ) {}

  /** A required text. */
  text(name: string): string {
    return this.optionalText(name) ?? missing(name, 'text');
  }

  /** A text that may be absent. */
  optionalText(name: string): string | undefined {
    const value = this.values[name];
    return typeof value === 'string' ? value : undefined;
  }

  /** The values of a list; empty when absent. */
  texts(name: string): readonly string[] {
    const value = this.values[name];
    return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : [];
  }

  /** A required number. */
  number(name: string): number {
    return this.optionalNumber(name) ?? missing(name, 'number');
  }

  /** A number that may be absent. */
  optionalNumber(name: string): number | undefined {
    const value = this.values[name];
    return typeof value === 'number' ? value : undefined;
  }

  /** A yes or no: `1`, `true`; absent is no. */
  flag(name: string): boolean {
    const value = this.values[name];
    return value === 1 || value === true;
  }

  /** An object that travelled as JSON text or in a JSON body. */
  object(name: string): Readonly<Record<string, unknown>> | undefined {
    const value = this.values[name];
    return isRecord(value) ? value : undefined;
  }

  /** The objects of a list; empty when absent. */
  objects(name: string): readonly Readonly<Record<string, unknown>>[] {
    const value = this.values[name];
    return Array.isArray(value) ? value.filter(isRecord) : [];
  }
}

function missing(name: string, type: string): never {
  throw new Error(`The catalogue lets ${name} through without a ${type}; its handler needs one.`);
}
