import { Inject, Injectable, Logger } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { controllerOf } from './callback.handler.js';
import { callbackMethodsOf, classOf, type CallbackMethod } from './callback.methods.js';

// Where Nest keeps the version of a controller; it does not export the name.
const VERSION_METADATA = '__version__';

/** Where callbacks come in, for the log. */
@Injectable()
export class ImCallbackRoutes {
  readonly #logger = new Logger('RongCloudIm');

  constructor(@Inject(DiscoveryService) private readonly discovery: DiscoveryService) {}

  /** Logs once which handler and which listeners each event has. */
  log(listeners: readonly CallbackMethod[]): void {
    const handled = new Set<string>();
    const names = new Map<string, string>();
    for (const { address, method } of this.#handlers()) {
      const { handler, name } = method;
      handled.add(handler.event);
      const first = names.get(address);
      if (first === undefined) {
        names.set(address, name);
        this.#logger.log(`POST ${address} → ${name}${handler.durable ? ', durable' : ''}`);
      } else {
        this.#logger.warn(`${name} never receives POST ${address}, as ${first} does.`);
      }
    }
    for (const { handler, name } of listeners) {
      if (handled.has(handler.event)) {
        this.#logger.log(`${handler.event}, when it was answered → ${name}`);
      } else {
        this.#logger.warn(
          `${name} listens to '${handler.event}', which no class with @ImCallback receives: it will not hear it.`,
        );
      }
    }
  }

  #handlers(): { readonly address: string; readonly method: CallbackMethod }[] {
    return this.discovery.getControllers().flatMap((controller) => {
      const type = classOf(controller);
      const route = type && controllerOf(type);
      if (type === undefined || route === undefined) return [];
      const version: unknown = Reflect.getMetadata(VERSION_METADATA, type);
      const suffix = version === undefined ? '' : ` (version ${JSON.stringify(version)})`;
      return callbackMethodsOf(type).map((method) => {
        const address = `${route.path}/${method.handler.event}${suffix}`;
        return { address, method };
      });
    });
  }
}
