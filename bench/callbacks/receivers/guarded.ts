import {
  Body,
  type CanActivate,
  Controller,
  HttpCode,
  Injectable,
  Post,
  UseGuards,
} from '@nestjs/common';
import { EVENT, PATH } from '../signed-callback.js';

@Injectable()
class EmptyGuard implements CanActivate {
  canActivate(): boolean {
    return true;
  }
}

@Controller(PATH)
@UseGuards(EmptyGuard)
class GuardedCallbacks {
  @Post(EVENT)
  @HttpCode(200)
  receive(@Body() body: unknown): void {
    if (!Array.isArray(body)) throw new TypeError('The body was not parsed.');
  }
}

export const controller = GuardedCallbacks;
export { imports } from './package.module.js';
