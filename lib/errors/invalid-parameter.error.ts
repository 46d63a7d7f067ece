import { ImApiError } from './api.error.js';

/** The service refused a parameter. */
export class ImInvalidParameterError extends ImApiError {}
