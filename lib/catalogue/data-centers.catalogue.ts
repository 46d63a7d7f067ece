import { type CatalogueHosts } from './catalogue.types.js';

/** Data centres and their hosts, from the vendor's public documentation and SDKs. */
export const dataCenterCatalogue: CatalogueHosts = {
  dataCenters: [
    {
      id: 'bj',
      name: 'China (Beijing)',
      primary: 'https://api.rong-api.com',
      backup: 'https://api-b.rong-api.com',
      sdkName: 'BJ / REGION_BJ',
      brand: ['rongcloud'],
    },
    {
      id: 'sg',
      name: 'Singapore',
      primary: 'https://api.sg-light-api.com',
      backup: 'https://api-b.sg-light-api.com',
      sdkName: 'SG / REGION_SG',
      brand: ['rongcloud', 'nexconn'],
    },
    {
      id: 'sg-b',
      name: 'Singapore B',
      primary: 'https://api.sg-b-light-api.com',
      backup: 'https://api-b.sg-b-light-api.com',
      sdkName: 'SG_B / REGION_SG_B',
      brand: ['rongcloud'],
      notes: "Absent from Nexconn's list.",
    },
    {
      id: 'na',
      name: 'North America',
      primary: 'https://api.us-light-api.com',
      backup: 'https://api-b.us-light-api.com',
      sdkName: 'NA / REGION_NA',
      brand: ['rongcloud', 'nexconn'],
    },
    {
      id: 'sau',
      name: 'Saudi Arabia',
      primary: 'https://api.sau-light-api.com',
      backup: 'https://api-b.sau-light-api.com',
      sdkName: 'SAU / REGION_SAU',
      brand: ['rongcloud', 'nexconn'],
    },
  ],
  seenIn: [
    'https://docs.rongcloud.io/platform-chat-api/base-url',
    'https://docs.rongcloud.io/server-rtc-api/base-url',
    'https://docs.nexconn.ai/platform-chat-api/base-url',
    'server-sdk-java CenterEnum',
    'server-sdk-go rongcloud.go',
    'feymanlee/rongcloud-go',
  ],
  deprecated: [
    {
      host: 'api.cn.ronghub.com',
      dataCenter: 'bj',
      still: 'works, not advised',
      alsoDefaultOf: 'server-sdk-nodejs',
    },
    {
      host: 'api-cn.ronghub.com',
      dataCenter: 'bj',
      still: 'works, not advised',
      alsoDefaultOf: 'server-sdk-python',
    },
    {
      host: 'api2-cn.ronghub.com',
      dataCenter: 'bj',
      still: 'works, not advised',
      alsoDefaultOf: 'server-sdk-python, server-sdk-nodejs (second)',
    },
    { host: 'api-sg01.ronghub.com', dataCenter: 'sg', still: 'listed in 2021 pages only' },
    { host: 'api.cn.rong.io', dataCenter: 'bj', still: 'seen only in a 2015 third-party client' },
    { host: 'ai-sg.ronghub.com', dataCenter: 'sg', still: 'translation service; outdated list' },
    { host: 'api.sms.ronghub.com', dataCenter: 'bj', still: 'SMS, out of scope' },
  ],
  failover: {
    documented: [
      'Keep the current host in memory or config.',
      'Switch when a call takes more than about 5 s or gives an unexpected HTTP status.',
      'Switch at once to the other host and store it; go back and forth in the same way.',
    ],
    sdks: {
      java: 'switches after errorSwitchingThreshold (default 1) failures: network errors and HTTP 501-599 (500 itself does not count); 30 s connect and read timeouts; Connection: close by default',
      go: 'network errors (timeout, dial, URL error) and HTTP 500-599, no more than once in 30 s; 10 s timeout; keep-alive on, 30 s TCP keep-alive, 100 idle connections per host',
      php: 'null result, curl 0/7/28, HTTP 500-599; 20 s connect, 30 s total; plain http URLs by default',
      python: 'URLError or socket timeout only, no more than once in 30 s; 10 s; never on 5xx',
      nodejs:
        "on any superagent error, 4xx included; signs once at init, so nonce and timestamp stay fixed for the process's life",
    },
    advice: [
      'Switch on connect/read timeout, DNS/TLS failure, 5xx; never on 4xx or 429.',
      'Hold at least 30 s between switches so a burst of errors gives one switch.',
      'Repeat a non-idempotent publish on the other host only when the request surely did not go out.',
    ],
  },
  keepAlive: {
    default: 'off is advised',
    ifOn: { idleTimeoutMs: 55000, maxReuses: 80 },
    notes:
      'Both figures: new connection at 55 s idle or 80 reuses. 2021 page: drop a connection within 60 s. Node agent: keep idle timeout at 50 s or so, and count uses.',
    docs: 'https://docs.rongcloud.io/platform-chat-api/base-url',
  },
  rateLimits: {
    default: '100 requests per second per App Key and interface for most interfaces',
    exceptions: [
      'one-to-one publish: 6000 messages per minute',
      'group publish: 20 messages per second',
      'message expansion set/delete: 100 per second, of which 20 for groups, and they eat the publish quota of that kind',
      'broadcast recall: 2 an hour, 3 a day',
      'system publish (2021 page): 100 messages per second, targets counted: 100 targets in one call count as 100',
    ],
    whatCounts: 'For publish calls messages count (targets), for others requests.',
    onLimit: { httpStatus: 429, code: 1008 },
    raise: 'self-service in console for Premium/Ultimate plans in production',
    docs: 'https://docs.rongcloud.io/platform-chat-api/limits',
  },
  notes:
    'Calls to the wrong data center fail. Never call from a client app. Use https; Python, Node and PHP SDKs default to http.',
};
