import { ImApiError } from './api.error.js';

/** The user, the object or the endpoint does not exist. */
export class ImNotFoundError extends ImApiError {}
