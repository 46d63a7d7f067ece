import type { CallbackAddresses } from './callbacks/callback-address.js';
import type { ImEmulatorSignatureNames } from './callbacks/sign-callback.js';
import type { ImEmulatorMessageSwitches } from './message-switches.js';

/** How {@link ImEmulator.start} sets the emulator up. */
export interface ImEmulatorOptions extends CallbackAddresses, ImEmulatorMessageSwitches {
  /** Port of the primary host; the backup takes the next one when it is free. Default: free ports. */
  readonly port?: number | undefined;
  /** App Key of the first app. Default: a fixed demo value. */
  readonly appKey?: string | undefined;
  /** App Secret of the first app. Default: a fixed demo value. */
  readonly appSecret?: string | undefined;
  /** Sign callbacks with names that other generations have. Default: the current ones. */
  readonly signatureNames?: ImEmulatorSignatureNames | undefined;
  /**
   * Unix time in milliseconds, for tests of what takes minutes: the time of the state, of the rate
   * limits and in the bodies of callbacks. Callbacks are signed with the real time all the same, as an app server
   * checks their age by its own clock. Default: the system's clock.
   */
  readonly clock?: (() => number) | undefined;
  /** Users that an app can register; code 2007 beyond. Default 100, as for development apps. */
  readonly developmentUserLimit?: number | undefined;
  /**
   * Keep the documented rate limits: a call beyond one is answered 429 with code 1008. They hold for
   * each app and path in any window of the documented length, by {@link clock}, and count what the
   * documentation counts: requests, recipients, users or entries. Switch them off when a test sends
   * more without the limiter of the client, or when its clock stands still. Default true.
   */
  readonly rateLimits?: boolean | undefined;
  /**
   * Take nothing but the documented forms of parameters. The vendor's SDKs send some in other forms
   * (`true` for 1, seconds for milliseconds, a comma list for repeated keys, numbers as text), which
   * are taken by default and named in the reply header `X-Emulator-Lenient`; with `strict` they are
   * refused with code 1002, and a signature over a time in seconds with 1004. Default false.
   */
  readonly strict?: boolean | undefined;
  /** How long one attempt of a callback waits. Default: as documented, 5000 ms, verdicts 3000 ms. */
  readonly callbackTimeoutMs?: number | undefined;
}

/** The demo app; harmless, as nothing but the emulator knows it. */
export const DEMO_APP = { appKey: 'emulator-app-key', appSecret: 'emulator-app-secret' } as const;

/** Users that a development app can register. */
export const DEVELOPMENT_USER_LIMIT = 100;
