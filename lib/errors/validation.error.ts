import { ImError } from './im.error.js';

/** One thing that is wrong with an input. */
export interface ImFieldProblem {
  /** The field, with the position inside a list: `toUserId[3]`. */
  readonly field: string;
  /** What it must be. */
  readonly problem: string;
}

/** An input was refused before anything was sent. It never holds the values themselves. */
export class ImValidationError extends ImError {
  constructor(
    /** Name of the operation, such as `user.register`. */
    readonly operation: string,
    /** All that is wrong, in the order of the operation's fields. */
    readonly problems: readonly ImFieldProblem[],
  ) {
    const list = problems.map(({ field, problem }) => `\`${field}\` ${problem}`).join('; ');
    super(`${operation} was not sent: ${list}.`);
  }
}
