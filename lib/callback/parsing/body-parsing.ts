import type { DiscoveryService, HttpAdapterHost } from '@nestjs/core';
import type { ImAppRegistry } from '../../im.app-registry.js';
import type { ImCallbackReporter } from '../callback.reporter.js';
import { CallbackPaths } from './callback.paths.js';
import { createExpressBodyParser } from './express.body-parser.js';
import { type FastifyInstance, prepareFastifyRoutes } from './fastify.route-options.js';

/** What body parsing needs to know about the application. */
export interface BodyParsingContext {
  readonly discovery: DiscoveryService;
  readonly registry: ImAppRegistry;
  readonly reporter: ImCallbackReporter;
}

/**
 * Lets callback routes take the bodies that the platform sends, without any set-up in `main.ts`.
 * To be called before Nest installs its own parsers.
 * @throws ImConfigError when a controller would receive callbacks without verifying them.
 */
export function installBodyParsing(host: HttpAdapterHost, context: BodyParsingContext): void {
  const paths = CallbackPaths.of(context.discovery);
  const maxBodyBytes = (): number => context.registry.maxBodyBytes;

  // In a test, the adapter comes after the modules are made.
  host.init$.subscribe(() => {
    // A script or a worker has no HTTP server, against what the type says.
    const httpAdapter = host.httpAdapter as HttpAdapterHost['httpAdapter'] | null;
    if (!httpAdapter) return;
    if (httpAdapter.getType() === 'express') {
      httpAdapter.use(createExpressBodyParser(paths, maxBodyBytes));
    } else if (httpAdapter.getType() === 'fastify') {
      const fastify = httpAdapter.getInstance<FastifyInstance>();
      prepareFastifyRoutes(fastify, paths, maxBodyBytes, context.reporter);
    }
  });
}
