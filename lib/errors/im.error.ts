/** The root of all errors of this package. Each message says what failed and what to do about it. */
export abstract class ImError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}
