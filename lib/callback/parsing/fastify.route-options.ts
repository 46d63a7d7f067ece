import { STATUS_CODES } from 'node:http';
import { HttpException } from '@nestjs/common';
import type { ImCallbackError } from '../../errors/callback.error.js';
import { eventInUrl } from '../callback.exchange.js';
import type { ImCallbackReporter } from '../callback.reporter.js';
import { malformed } from '../events/fields.js';
import { tooLarge, unsupported } from '../received.body.js';
import type { CallbackPaths } from './callback.paths.js';

/** What is used of a Fastify instance. */
export interface FastifyInstance {
  addHook(name: 'onRoute', hook: (route: FastifyRoute) => void): unknown;
}

/** What is used of the options of a Fastify route. */
interface FastifyRoute {
  readonly method: string | readonly string[];
  readonly url: string;
  bodyLimit?: number;
  errorHandler?: (error: unknown, request: FastifyRequest, reply: FastifyReply) => void;
}

interface FastifyRequest {
  readonly url: string;
  readonly raw: { readonly complete: boolean; readonly destroyed: boolean };
}

interface FastifyReply {
  code(status: number): FastifyReply;
  send(body: object): unknown;
}

/**
 * Gives callback routes their own size limit, and answers what Fastify itself refuses there with its
 * status: the application's filters would see it otherwise, and may answer it with 200.
 */
export function prepareFastifyRoutes(
  fastify: FastifyInstance,
  paths: CallbackPaths,
  maxBodyBytes: () => number,
  reporter: ImCallbackReporter,
): void {
  fastify.addHook('onRoute', (route) => {
    if (!isPost(route.method) || !paths.matches(route.url)) return;
    const maxBytes = maxBodyBytes();
    route.bodyLimit = maxBytes;
    route.errorHandler = (error, request, reply) => {
      const status = statusOf(error);
      if (!isCutOff(request)) tell(reporter, request, status, error, maxBytes);
      reply.code(status).send({ statusCode: status, message: STATUS_CODES[status] });
    };
  });
}

/** The client has hung up before it had sent its body: that is neither refused nor a failure. */
function isCutOff({ raw }: FastifyRequest): boolean {
  return raw.destroyed && !raw.complete;
}

function tell(
  reporter: ImCallbackReporter,
  { url }: FastifyRequest,
  status: number,
  error: unknown,
  maxBytes: number,
): void {
  const startedAt = performance.now();
  const refusal = refusalOf(status, maxBytes);
  const reason = refusal?.reason ?? (error instanceof Error ? error.name : 'unknown');
  const report = { app: undefined, event: eventInUrl(url), startedAt, status, reason };
  if (status >= 500) reporter.failed(report, error);
  else reporter.refused(report, refusal?.message);
}

/** What Fastify has refused, in words of ours: its own quote the body. */
function refusalOf(status: number, maxBytes: number): ImCallbackError | undefined {
  switch (status) {
    case 400:
      return malformed('it cannot be parsed');
    case 413:
      return tooLarge(maxBytes);
    case 415:
      return unsupported('must be an uncompressed form or JSON, in UTF-8');
    default:
      return undefined;
  }
}

/** Fastify's own errors carry a status, and so do Nest's; what hooks of the application throw may not. */
function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  if (typeof error === 'object' && error !== null && 'statusCode' in error) {
    const { statusCode } = error;
    if (typeof statusCode === 'number' && statusCode >= 400) return statusCode;
  }
  return 500;
}

function isPost(method: string | readonly string[]): boolean {
  return typeof method === 'string' ? method === 'POST' : method.includes('POST');
}
