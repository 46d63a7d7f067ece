import 'reflect-metadata';
import { NotFoundException, Post } from '@nestjs/common';

// Behind all methods of the class, so that their routes come first.
const KEY = 'receiveUnknownImEvent';
// Where @nestjs/swagger looks for what it leaves out.
const SWAGGER_METADATA = 'swagger/apiExcludeEndpoint';

/**
 * Gives a class a route for every event that it has no method for. Nest's own page for such an address
 * would quote the signature in it, and nobody would learn of the missing handler.
 */
export function UnknownEventRoute(): ClassDecorator {
  return ({ prototype }: { readonly prototype: object }) => {
    const descriptor: PropertyDescriptor = { value: refuseUnknownEvent, configurable: true };
    Object.defineProperty(prototype, KEY, descriptor);
    Post(':imEvent')(prototype, KEY, descriptor);
    Reflect.defineMetadata(SWAGGER_METADATA, { disable: true }, refuseUnknownEvent);
  };
}

/** Never runs, as the guard refuses it before. */
export function refuseUnknownEvent(): never {
  throw new NotFoundException();
}
