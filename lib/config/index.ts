export { imConfig } from './im.config.js';
