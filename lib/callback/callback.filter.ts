import { type ArgumentsHost, Catch, HttpException, Inject } from '@nestjs/common';
import { BaseExceptionFilter } from '@nestjs/core';
import { ImCallbackError } from '../errors/callback.error.js';
import { type CallbackRequest, eventInUrl, EXCHANGE } from './callback.exchange.js';
import { ImCallbackReporter } from './callback.reporter.js';

/**
 * Answers what callback routes throw with its status, whatever filters the application has: one
 * that answers everything with 200 would tell the platform that a callback was handled.
 */
@Catch()
export class ImCallbackFilter extends BaseExceptionFilter {
  // Not a parameter of the constructor: the adapter is not known yet when a test compiles its module.
  @Inject(ImCallbackReporter) private readonly reporter!: ImCallbackReporter;

  override catch(exception: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<CallbackRequest>();
    const exchange = request[EXCHANGE];
    const response = http.getResponse<unknown>();
    if (exchange?.responder.answerFailure(exchange, response, exception) === true) return;
    super.catch(exception, host);
    // What the guard has not told of comes from the application.
    if (exchange?.isReported === true || isRefusalOfOurs(exception)) return;
    const status = exception instanceof HttpException ? exception.getStatus() : 500;
    this.reporter.report({
      app: exchange?.app,
      // A guard of the application may refuse a callback before ours has seen it.
      event: exchange?.handler.event ?? eventInUrl(request.url),
      startedAt: exchange?.startedAt ?? performance.now(),
      outcome: status < 500 ? 'rejected' : 'failed',
      status,
      reason: exception instanceof Error ? exception.name : 'unknown',
    });
  }
}

function isRefusalOfOurs(exception: unknown): boolean {
  return exception instanceof HttpException && exception.cause instanceof ImCallbackError;
}
