import { ImApiError } from './api.error.js';

/** The service failed and said so in its own words. */
export class ImServerError extends ImApiError {}
