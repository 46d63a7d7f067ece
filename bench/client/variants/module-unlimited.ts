import { callModule } from '../call-module.js';
import type { Call } from '../../measure/call-for.js';

const FOR_EVER = 2 ** 31 - 1;

export function prepare(origin: string): Promise<Call> {
  return callModule(origin, { maxUses: FOR_EVER, idleMs: FOR_EVER });
}
