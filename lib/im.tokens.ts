import type { Abstract, Type } from '@nestjs/common';

/** Name of the app that is registered without one. */
export const DEFAULT_APP_NAME = 'default';

/** What a provider of one app is injected by. */
export type ImToken = string | symbol | Type | Abstract<unknown>;

/**
 * The injection token of a service of a named app. Services of the unnamed app are injected by
 * their class.
 */
export function getImToken(service: Type | Abstract<unknown>, name = DEFAULT_APP_NAME): ImToken {
  return name === DEFAULT_APP_NAME
    ? service
    : Symbol.for(`nestjs-rongcloud-im:${name}:${service.name}`);
}
