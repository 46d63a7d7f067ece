import { ImApiError } from './api.error.js';

/** A count that the plan allows is used up, such as the registered users of a development app. */
export class ImQuotaError extends ImApiError {}
