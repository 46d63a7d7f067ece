import { STATUS_CODES } from 'node:http';
import { type ArgumentsHost, Catch, HttpException } from '@nestjs/common';
import { BaseExceptionFilter } from '@nestjs/core';
import { ImInvalidParameterError } from './invalid-parameter.error.js';
import { ImError } from './im.error.js';
import { ImNotFoundError } from './not-found.error.js';
import { ImRateLimitError } from './rate-limit.error.js';
import { ImServerError } from './server.error.js';
import { ImTimeoutError } from './timeout.error.js';
import { ImTransportError } from './transport.error.js';
import { ImValidationError } from './validation.error.js';

const FIRST_SERVER_STATUS = 500;

/**
 * Answers the errors of this package with a fitting HTTP status, for applications that hand them
 * through to their own clients: 400 for refused inputs, 404, 429 with `Retry-After`, 504 for
 * time-outs, 502 for other failures of the service, and 500 for what is the application's own fault.
 * Answers from 500 on hold no details.
 *
 * @example
 * ```ts
 * providers: [{ provide: APP_FILTER, useClass: ImErrorFilter }]
 * ```
 */
@Catch(ImError)
export class ImErrorFilter extends BaseExceptionFilter {
  override catch(error: ImError, host: ArgumentsHost): void {
    const status = statusOf(error);
    if (error instanceof ImRateLimitError && error.retryAfterMs !== undefined) {
      const response = host.switchToHttp().getResponse<unknown>();
      const seconds = Math.ceil(error.retryAfterMs / 1000);
      this.httpAdapterHost?.httpAdapter.setHeader(response, 'Retry-After', String(seconds));
    }
    const message = status < FIRST_SERVER_STATUS ? error.message : STATUS_CODES[status];
    const problems = error instanceof ImValidationError ? { problems: error.problems } : {};
    const body = { statusCode: status, message, ...problems };
    super.catch(new HttpException(body, status, { cause: error }), host);
  }
}

function statusOf(error: ImError): number {
  if (error instanceof ImValidationError || error instanceof ImInvalidParameterError) return 400;
  if (error instanceof ImNotFoundError) return 404;
  if (error instanceof ImRateLimitError) return 429;
  if (error instanceof ImTimeoutError) return 504;
  if (error instanceof ImTransportError || error instanceof ImServerError) return 502;
  return 500;
}
