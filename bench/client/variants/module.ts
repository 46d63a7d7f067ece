import { callModule } from '../call-module.js';
import type { Call } from '../variants.js';

export function prepare(origin: string): Promise<Call> {
  return callModule(origin);
}
