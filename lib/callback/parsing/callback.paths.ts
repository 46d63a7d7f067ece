import 'reflect-metadata';
import type { Type } from '@nestjs/common';
import type { DiscoveryService } from '@nestjs/core';
import { ImConfigError } from '../../errors/config.error.js';
import { controllerOf, handlerOf } from '../callback.handler.js';
import { refuseUnknownEvent } from '../unknown-event.route.js';
import { callbackMethodsOf, classOf, methodsOf, type CallbackMethod } from '../callback.methods.js';

// Where Nest keeps the path of a route.
const ROUTE_METADATA = 'path';
const PARAMETER = ':';
const OPEN_SEGMENT = /[*{(?]/;

/**
 * Recognises the addresses of callbacks by their ends, before a request is routed: the global prefix
 * and the versions in front of them are not known then.
 */
export class CallbackPaths {
  // By the event at the end: the segments before it, the last one first.
  readonly #paths = new Map<string, string[][]>();

  /** All addresses of the callback controllers of an application. */
  static of(discovery: DiscoveryService): CallbackPaths {
    const paths = new CallbackPaths();
    for (const component of discovery.getControllers()) {
      const type = classOf(component);
      if (type === undefined) continue;
      const controller = controllerOf(type);
      const methods = callbackMethodsOf(type);
      if (controller === undefined) refuseUnverified(methods);
      else {
        refuseOtherRoutes(type);
        for (const { handler } of methods) paths.add(controller.path, handler.event);
      }
    }
    return paths;
  }

  add(path: string, event: string): void {
    const before = path
      .toLowerCase()
      .split('/')
      .filter((segment) => segment !== '')
      .reverse();
    // Whatever comes before a wildcard may be anything.
    const open = before.findIndex((segment) => OPEN_SEGMENT.test(segment));
    const known = this.#paths.get(event);
    const segments = open === -1 ? before : before.slice(0, open);
    if (known === undefined) this.#paths.set(event, [segments]);
    else known.push(segments);
  }

  /** Whether an address may be one of a callback; it may hold a query. */
  matches(url: string): boolean {
    const mark = url.indexOf('?');
    let end = mark === -1 ? url.length : mark;
    if (url.charAt(end - 1) === '/') end--;
    const start = url.lastIndexOf('/', end - 1);
    const candidates = this.#paths.get(url.slice(start + 1, end).toLowerCase());
    if (candidates === undefined) return false;
    const before = url.slice(0, start).toLowerCase().split('/').reverse();
    return candidates.some((segments) =>
      segments.every((segment, index) => segment.includes(PARAMETER) || segment === before[index]),
    );
  }
}

function refuseOtherRoutes(type: Type<object>): void {
  const other = methodsOf(type).find(
    ({ method }) =>
      method !== refuseUnknownEvent &&
      handlerOf(method) === undefined &&
      Reflect.hasMetadata(ROUTE_METADATA, method),
  );
  if (other === undefined) return;
  throw new ImConfigError(
    `${type.name}.${other.key} is a route without @OnImEvent in a class with @ImCallback, which takes ` +
      'callbacks only. Move the route to a controller of its own.',
  );
}

function refuseUnverified([method]: CallbackMethod[]): void {
  if (method === undefined) return;
  throw new ImConfigError(
    `${method.type.name} has a method with @OnImEvent('${method.handler.event}') but no @ImCallback, so ` +
      'nothing would verify its callbacks. Replace its @Controller by @ImCallback.',
  );
}
