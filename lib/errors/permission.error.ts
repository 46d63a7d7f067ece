import { ImApiError } from './api.error.js';

/** The app or this machine's address may not do this. */
export class ImPermissionError extends ImApiError {}
