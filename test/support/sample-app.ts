import type { Type } from '@nestjs/common';
import type { ImServiceType } from '../../lib/im.app.js';
import {
  ImEmulator,
  type ImEmulatorClient,
  type ImEmulatorOptions,
} from '../../lib/testing/index.js';
import { callApp, idOf } from '../../sample/shared/app-client.js';
import { startApp } from '../../sample/shared/start-app.js';
import { createAdapter, type Platform } from './callback-app.js';
import type { endAfterEach } from './resources.js';

/** Starts a sample and the emulator, as its play does. */
export async function startSample(
  module: Type,
  platform: Platform,
  ending: ReturnType<typeof endAfterEach>,
  options: ImEmulatorOptions = {},
) {
  const emulator = ending(await ImEmulator.start(options), (it) => it.stop());
  const adapter = createAdapter(platform);
  const app = ending(await startApp(module, emulator.moduleOptions, adapter), (it) => it.close());
  const call = callApp(await app.getUrl());
  return {
    emulator,
    /** Asks the app, which answers with status and body. */
    call,
    /** Has the app create something, and returns its id. */
    create: async (caller: string, route: string, body: object) =>
      idOf((await call(caller, route, body)).body),
    /** A service of the app, to look at what RongCloud has. */
    service: <Service>(service: ImServiceType<Service>): Service => app.get(service),
    /** Connects a device of a new user. */
    connect: (userId: string) => emulator.connect(emulator.addUser({ userId })),
  };
}

/** Contents of the messages that a device got, oldest first. */
export function contentsOf({ received }: ImEmulatorClient): unknown[] {
  return received.map(({ content }) => JSON.parse(content) as unknown);
}
