declare const NOTHING: unique symbol;

/** The input of an operation that takes none: an empty object, or nothing at all. */
export class NoInputDto {
  /** Never there: makes fields that the operation does not have a type error. */
  declare readonly [NOTHING]?: never;
}
