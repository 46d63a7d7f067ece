import type { Call } from '../measure/call-for.js';

/** A way to call the service, ready to send to a host. */
export interface Variant {
  readonly prepare: (origin: string) => Call | Promise<Call>;
}

/** What is compared. Each is loaded in a process of its own, which loads none of the others. */
export const VARIANTS = {
  undici: () => import('./variants/undici.js'),
  'node-http': () => import('./variants/node-http.js'),
  module: () => import('./variants/module.js'),
  'module-unlimited': () => import('./variants/module-unlimited.js'),
  'http-service': () => import('./variants/http-service.js'),
  'vendor-sdk': () => import('./variants/vendor-sdk.js'),
} satisfies Record<string, () => Promise<Variant>>;

export type VariantName = keyof typeof VARIANTS;

/** What a variant is, for the reader of a table. */
export const DESCRIPTIONS: Readonly<Record<VariantName, string>> = {
  undici: 'undici `Pool.request`, signed and encoded by hand',
  'node-http': '`node:http` with a keep-alive agent, signed and encoded by hand',
  module: '`ImUserService.register` with defaults: 80 uses, 50 s idle',
  'module-unlimited': '`ImUserService.register`, connections kept for ever',
  'http-service': "Nest's `HttpService.axiosRef` on axios' own adapter, keep-alive agent",
  'vendor-sdk': "the vendor's Node SDK",
};
