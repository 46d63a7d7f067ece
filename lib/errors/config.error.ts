import { ImError } from './im.error.js';

/** A setting is missing, unknown or wrong. Thrown while the application starts. */
export class ImConfigError extends ImError {}
