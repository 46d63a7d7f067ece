import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { EVENT, PATH } from '../signed-callback.js';

@Controller(PATH)
class BareCallbacks {
  @Post(EVENT)
  @HttpCode(200)
  receive(@Body() body: unknown): void {
    if (!Array.isArray(body)) throw new TypeError('The body was not parsed.');
  }
}

export const controller = BareCallbacks;
export { imports } from './package.module.js';
