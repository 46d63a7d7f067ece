import { Inject, type Abstract, type Type } from '@nestjs/common';
import { getImToken } from './im.tokens.js';

/**
 * Injects a service, the client or the `ImApp` of a named app.
 *
 * @example
 * ```ts
 * constructor(@InjectIm(ImUserService, 'eu') private readonly users: ImUserService) {}
 * ```
 */
export function InjectIm(
  service: Type | Abstract<unknown>,
  name?: string,
): PropertyDecorator & ParameterDecorator {
  return Inject(getImToken(service, name));
}
