import { callModule, KEPT_FOR_EVER } from '../call-module.js';
import type { Call } from '../../measure/call-for.js';

export function prepare(origin: string): Promise<Call> {
  return callModule(origin, KEPT_FOR_EVER);
}
