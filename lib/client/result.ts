/** What every successful reply holds. Fields that this package does not know are kept. */
export interface ImResult {
  /** 200, or the code of a success that the operation has of its own. */
  readonly code: number;
}
