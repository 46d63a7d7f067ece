import { ImApiError } from './api.error.js';

/** The service is not switched on for this app: enable it in the console. */
export class ImServiceDisabledError extends ImApiError {}
