import 'reflect-metadata';
import type { Type } from '@nestjs/common';
import { MetadataScanner, type DiscoveryService } from '@nestjs/core';
import { ImConfigError } from '../../errors/config.error.js';
import { type CallbackHandler, controllerOf, handlerOf } from '../callback.handler.js';

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
    for (const { metatype } of discovery.getControllers()) {
      if (typeof metatype !== 'function' || !isClass(metatype)) continue;
      const controller = controllerOf(metatype);
      const events = handlersOf(metatype);
      if (controller === undefined) refuseUnverified(metatype, events);
      else {
        refuseOtherRoutes(metatype);
        for (const { event } of events) paths.add(controller.path, event);
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

function isClass(metatype: object): metatype is Type {
  return 'prototype' in metatype;
}

type Method = Parameters<typeof handlerOf>[0];

function methodsOf(type: Type): Method[] {
  const prototype: unknown = type.prototype;
  if (typeof prototype !== 'object' || prototype === null) return [];
  return new MetadataScanner().getAllMethodNames(prototype).flatMap((name) => {
    const method: unknown = Reflect.get(prototype, name);
    return typeof method === 'function' ? [method] : [];
  });
}

function handlersOf(type: Type): CallbackHandler[] {
  return methodsOf(type).flatMap((method) => handlerOf(method) ?? []);
}

function refuseOtherRoutes(type: Type): void {
  const other = methodsOf(type).find(
    (method) => handlerOf(method) === undefined && Reflect.hasMetadata(ROUTE_METADATA, method),
  );
  if (other === undefined) return;
  throw new ImConfigError(
    `${type.name}.${other.name} is a route without @OnImEvent in a class with @ImCallback, which takes ` +
      'callbacks only. Move the route to a controller of its own.',
  );
}

function refuseUnverified(type: Type, [handler]: CallbackHandler[]): void {
  if (handler === undefined) return;
  throw new ImConfigError(
    `${type.name} has a method with @OnImEvent('${handler.event}') but no @ImCallback, so nothing would ` +
      'verify its callbacks. Replace its @Controller by @ImCallback.',
  );
}
