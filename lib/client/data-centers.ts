/**
 * The vendor's data centres, the primary host first.
 * @see https://docs.rongcloud.io/platform-chat-api/base-url
 */
export const DATA_CENTERS = {
  /** China (Beijing) */
  bj: ['https://api.rong-api.com', 'https://api-b.rong-api.com'],
  /** Singapore */
  sg: ['https://api.sg-light-api.com', 'https://api-b.sg-light-api.com'],
  /** Singapore B */
  'sg-b': ['https://api.sg-b-light-api.com', 'https://api-b.sg-b-light-api.com'],
  /** North America */
  na: ['https://api.us-light-api.com', 'https://api-b.us-light-api.com'],
  /** Saudi Arabia */
  sau: ['https://api.sau-light-api.com', 'https://api-b.sau-light-api.com'],
} as const satisfies Record<string, readonly [primary: string, backup: string]>;

/** A data centre an app may live in. */
export type DataCenter = keyof typeof DATA_CENTERS;
