/** Return code of a parameter that is missing or wrong. */
export const INVALID_PARAMETER = 1002;
/** Return code of a parameter that is too long. */
export const PARAMETER_TOO_LONG = 1005;

/** A parameter that the service would not take; the message names it and says what was wrong. */
export class ParameterRefusal extends Error {
  constructor(
    message: string,
    readonly code: typeof INVALID_PARAMETER | typeof PARAMETER_TOO_LONG = INVALID_PARAMETER,
  ) {
    super(message);
    this.name = 'ParameterRefusal';
  }
}
