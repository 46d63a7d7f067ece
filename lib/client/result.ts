/** What every successful reply holds. Fields that this package does not know are kept. */
export interface ImResult {
  /** 200. */
  readonly code: number;
}
