import type { DynamicModule, Type } from '@nestjs/common';

/** What receives the callbacks, in an application of its own. */
export interface Receiver {
  readonly controller: Type;
  /** Ready to receive; what it stores goes to the Redis at `redisPort`. */
  readonly imports: (redisPort: number) => DynamicModule[];
}

/** What is compared. Each is loaded in a process of its own, which loads none of the others. */
export const RECEIVERS = {
  bare: () => import('./receivers/bare.js'),
  guarded: () => import('./receivers/guarded.js'),
  callback: () => import('./receivers/callback.js'),
  durable: () => import('./receivers/durable.js'),
} satisfies Record<string, () => Promise<Receiver>>;

export type ReceiverName = keyof typeof RECEIVERS;

/** What a receiver is, for the reader of a table. */
export const DESCRIPTIONS: Readonly<Record<ReceiverName, string>> = {
  bare: 'bare controller, the same body parsed, no checks',
  guarded: 'bare controller with an empty guard',
  callback: '`@OnImEvent`: verified, checked, claimed, handled',
  durable: '`@OnImEvent` with `durable`: verified, checked, stored in Redis',
};
