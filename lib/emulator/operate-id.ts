import { randomUUID } from 'node:crypto';

/** An id of a deactivation or reactivation; the callback that reports the result carries it too. */
export function createOperateId(): string {
  return randomUUID().toUpperCase();
}
