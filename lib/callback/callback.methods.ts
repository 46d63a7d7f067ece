import type { Type } from '@nestjs/common';
import { ContextIdFactory, MetadataScanner, type ModuleRef } from '@nestjs/core';
import { isObservable, lastValueFrom } from 'rxjs';
import { type CallbackHandler, handlerOf } from './callback.handler.js';
import { fillParameters, type HandlerContext } from './callback.parameters.js';

/** What is used of Nest's wrapper around a controller or a provider. */
export interface Component {
  readonly metatype: unknown;
  readonly instance: unknown;
  isDependencyTreeStatic(): boolean;
}

/** A method with `@OnImEvent`. */
export interface CallbackMethod {
  readonly type: Type<object>;
  readonly key: string;
  readonly handler: CallbackHandler;
  /** Class and method, for log lines. */
  readonly name: string;
}

type Method = Parameters<typeof handlerOf>[0];

/** The class of a component; undefined where it is made without one. */
export function classOf({ metatype }: { readonly metatype: unknown }): Type<object> | undefined {
  return typeof metatype === 'function' && isClass(metatype) ? metatype : undefined;
}

function isClass(metatype: object): metatype is Type<object> {
  return 'prototype' in metatype;
}

/** The methods of a class, inherited ones too. */
export function methodsOf(type: Type<object>): { readonly key: string; readonly method: Method }[] {
  const prototype: unknown = type.prototype;
  if (typeof prototype !== 'object' || prototype === null) return [];
  return new MetadataScanner().getAllMethodNames(prototype).flatMap((key) => {
    const method: unknown = Reflect.get(prototype, key);
    return typeof method === 'function' ? [{ key, method }] : [];
  });
}

/** The methods of a class that have `@OnImEvent`. */
export function callbackMethodsOf(type: Type<object>): CallbackMethod[] {
  return methodsOf(type).flatMap(({ key, method }) => {
    const handler = handlerOf(method);
    return handler === undefined ? [] : { type, key, handler, name: `${type.name}.${key}` };
  });
}

/** Calls methods with `@OnImEvent` outside of a request, where we bring the event ourselves. */
export class MethodCaller {
  readonly #instance: (event: unknown) => object | Promise<object>;

  constructor(
    component: Component,
    private readonly target: CallbackMethod,
    moduleRef: ModuleRef,
  ) {
    const { instance } = component;
    this.#instance =
      component.isDependencyTreeStatic() && typeof instance === 'object' && instance !== null
        ? () => instance
        : (event) => resolveFor(event, target.type, moduleRef);
  }

  get method(): CallbackMethod {
    return this.target;
  }

  /** What the method returns, or the last that its Observable brings; rejects when it throws. */
  async call(event: unknown, context: HandlerContext): Promise<unknown> {
    const { key, handler } = this.target;
    const instance = await this.#instance(event);
    const parameters = fillParameters([], handler, event, context);
    const method: unknown = Reflect.get(instance, key);
    const result: unknown =
      typeof method === 'function' ? await Reflect.apply(method, instance, parameters) : undefined;
    return isObservable(result) ? lastValueFrom(result, { defaultValue: undefined }) : result;
  }
}

/** A fresh instance of a request-scoped class, whose `REQUEST` is the event. */
function resolveFor(event: unknown, type: Type<object>, moduleRef: ModuleRef): Promise<object> {
  const context = ContextIdFactory.create();
  moduleRef.registerRequestByContextId(event, context);
  return moduleRef.resolve(type, context, { strict: false });
}
