import { STATUS_CODES } from 'node:http';
import { HttpException } from '@nestjs/common';
import type { ImCallbackRefusal } from '../../errors/callback.error.js';
import { eventInUrl } from '../callback.exchange.js';
import type { ImCallbackReporter } from '../callback.reporter.js';
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
}

interface FastifyReply {
  code(status: number): FastifyReply;
  send(body: object): unknown;
}

const REASONS: Partial<Record<number, ImCallbackRefusal>> = {
  400: 'body-malformed',
  413: 'body-too-large',
  415: 'content-type-unsupported',
};

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
    route.bodyLimit = maxBodyBytes();
    route.errorHandler = (error, { url }, reply) => {
      const status = statusOf(error);
      const event = eventInUrl(url);
      const reason = REASONS[status] ?? (error instanceof Error ? error.name : 'unknown');
      reporter.refused({ app: undefined, event, startedAt: performance.now(), status, reason });
      reply.code(status).send({ statusCode: status, message: STATUS_CODES[status] });
    };
  });
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
