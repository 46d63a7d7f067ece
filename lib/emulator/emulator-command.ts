import { parseArgs } from 'node:util';
import { parseCallbackAddress, shownAddress } from './callbacks/callback-address.js';
import type { ImEmulatorDelivery } from './callbacks/callback-dispatcher.js';
import { events, isEvent } from './callbacks/events.js';
import { ImEmulator } from './emulator.js';
import { DEMO_APP, type ImEmulatorOptions } from './emulator.options.js';
import type { ImEmulatorRequest } from './http/request-log.js';

/** Where a command writes. */
export interface CommandOutput {
  readonly print: (line: string) => void;
  readonly printError: (line: string) => void;
}

/** What a command line asks for. */
export type ParsedCommand =
  | { readonly kind: 'emulator'; readonly options: ImEmulatorOptions }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly problem: string };

const HELP = `Usage: nestjs-rongcloud-im emulator [options]

Runs a local IM service on 127.0.0.1: signed API in, signed callbacks out, state in between.

Options
  --port <number>          port of the primary host (default: 7700); the backup takes the next one
  --app-key <key>          App Key (default: ${DEMO_APP.appKey})
  --app-secret <secret>    App Secret (default: a demo value)
  --callback-url <url>     base address of your callbacks: each event goes to <url>/<event>
  --events <names>         the only events to send, separated by commas (default: all)
  --route-server-messages  judge and route messages that are sent through the API, too; without it,
                           they cause no callback
  --route-status-messages  judge and route status messages (typing), too
  --route-blocked-messages route messages that a sensitive word has blocked, too
  --route-expansion-changes  judge and route changes of expansions in ultra groups, too
  --filter-server-messages look for sensitive words in messages that are sent through the API, too
  --legacy-signatures      sign with signTimestamp and without an app key, as for older apps
  --no-rate-limits         let every call through, however many there are
  --strict                 take documented forms only, not those that vendor SDKs send instead
  --help                   this text`;

const DEFAULT_PORT = 7700;
const LARGEST_PORT = 65_535;

const ARGUMENTS = {
  port: { type: 'string' },
  'app-key': { type: 'string' },
  'app-secret': { type: 'string' },
  'callback-url': { type: 'string' },
  events: { type: 'string' },
  'route-server-messages': { type: 'boolean' },
  'route-status-messages': { type: 'boolean' },
  'route-blocked-messages': { type: 'boolean' },
  'route-expansion-changes': { type: 'boolean' },
  'filter-server-messages': { type: 'boolean' },
  'legacy-signatures': { type: 'boolean' },
  'no-rate-limits': { type: 'boolean' },
  strict: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

type ArgumentValues = ReturnType<typeof readArguments>['values'];

function readArguments(args: readonly string[]) {
  return parseArgs({ args: [...args], allowPositionals: true, options: ARGUMENTS });
}

/** Reads a command line, without the program's own name. */
export function parseCommand(args: readonly string[]): ParsedCommand {
  let parsed;
  try {
    parsed = readArguments(args);
  } catch (error) {
    return wrong(messageOf(error));
  }
  const { values, positionals } = parsed;
  const [command, ...rest] = positionals;
  if (values.help === true) return { kind: 'help' };
  if (command === undefined) return wrong('A command is missing.');
  if (command !== 'emulator') return wrong(`Unknown command "${command}".`);
  if (rest.length > 0) return wrong(`Unexpected argument "${rest.join(' ')}".`);
  const problem =
    problemOfPort(values.port) ??
    problemOfAddress(values['callback-url']) ??
    problemOfEvents(values.events);
  return problem === undefined ? { kind: 'emulator', options: optionsOf(values) } : wrong(problem);
}

function optionsOf(values: ArgumentValues): ImEmulatorOptions {
  return {
    port: Number(values.port ?? DEFAULT_PORT),
    appKey: values['app-key'],
    appSecret: values['app-secret'],
    callbackUrl: values['callback-url'],
    callbackUrls: allOffBut(values.events),
    routeServerMessages: values['route-server-messages'] ?? false,
    routeStatusMessages: values['route-status-messages'] ?? false,
    routeBlockedMessages: values['route-blocked-messages'] ?? false,
    routeExpansionChanges: values['route-expansion-changes'] ?? false,
    filterServerMessages: values['filter-server-messages'] ?? false,
    signatureNames: { legacy: values['legacy-signatures'] ?? false },
    rateLimits: values['no-rate-limits'] !== true,
    strict: values.strict ?? false,
  };
}

function problemOfPort(port: string | undefined): string | undefined {
  if (port === undefined || (/^\d+$/.test(port) && Number(port) <= LARGEST_PORT)) return undefined;
  return `--port is a number from 0 to ${LARGEST_PORT}.`;
}

function problemOfEvents(list: string | undefined): string | undefined {
  const unknown = namesIn(list).filter((name) => !isEvent(name));
  if (unknown.length === 0) return undefined;
  return `--events has "${unknown.join(', ')}"; there are ${events.join(', ')}.`;
}

function namesIn(list: string | undefined): readonly string[] {
  return list?.split(',').map((name) => name.trim()) ?? [];
}

/** Switches off what a list does not name. */
function allOffBut(list: string | undefined): ImEmulatorOptions['callbackUrls'] {
  const names = namesIn(list);
  const off = list === undefined ? [] : events.filter((event) => !names.includes(event));
  return Object.fromEntries(off.map((event) => [event, false]));
}

function problemOfAddress(callbackUrl: string | undefined): string | undefined {
  try {
    if (callbackUrl !== undefined) parseCallbackAddress(callbackUrl, '--callback-url');
    return undefined;
  } catch (error) {
    return messageOf(error);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function wrong(problem: string): ParsedCommand {
  return { kind: 'wrong', problem };
}

/**
 * Runs a command line until `interrupted` resolves; resolves with the exit code.
 */
export async function runCommand(
  args: readonly string[],
  { print, printError }: CommandOutput,
  interrupted: Promise<unknown>,
): Promise<number> {
  const command = parseCommand(args);
  if (command.kind === 'help') {
    print(HELP);
    return 0;
  }
  if (command.kind === 'wrong') {
    printError(`${command.problem}\n\n${HELP}`);
    return 2;
  }
  let emulator: ImEmulator;
  try {
    emulator = await ImEmulator.start(command.options);
  } catch (error) {
    printError(`The emulator cannot start: ${messageOf(error)}`);
    return 1;
  }
  for (const line of describeStart(emulator, command.options)) print(line);
  emulator.onRequest((request) => {
    print(describeRequest(request));
  });
  emulator.onDelivery((delivery) => {
    print(describeDelivery(delivery));
  });
  await interrupted;
  await emulator.stop();
  return 0;
}

function describeStart(emulator: ImEmulator, options: ImEmulatorOptions): string[] {
  // Only the demo secret is ours to show; one that was given may be a real one.
  const secret =
    options.appSecret === undefined ? DEMO_APP.appSecret : '<the secret that you gave>';
  return [
    `IM emulator on ${emulator.url} (backup ${emulator.backup.url})`,
    '',
    'Point your app at it:',
    `  IM_APP_KEY=${emulator.appKey}`,
    `  IM_APP_SECRET=${secret}`,
    `  IM_ENDPOINTS=${emulator.endpoints.join(',')}`,
    '',
    ...describeCallbacks(options),
    'Ctrl+C stops it; nothing is kept.',
    '',
  ];
}

function describeCallbacks({ callbackUrl, routeServerMessages }: ImEmulatorOptions): string[] {
  if (callbackUrl === undefined) return ['Callbacks are off; --callback-url switches them on.'];
  const address = shownAddress(new URL(callbackUrl)).replace(/\/+$/, '');
  return [
    `Callbacks go to ${address}/<event>`,
    routeServerMessages === true
      ? 'Messages that are sent through the API are judged and routed.'
      : 'Messages that are sent through the API cause none; --route-server-messages changes that.',
  ];
}

function describeRequest(request: ImEmulatorRequest): string {
  const { method, path, status = 'no answer', code = '-', reason, lenient } = request;
  const remarks = [reason, lenient && `lenient: ${lenient.join('; ')}`].filter(Boolean);
  return [method, path, status, code, ...remarks].join(' ');
}

function describeDelivery({ event, url, attempts, skipped }: ImEmulatorDelivery): string {
  const outcomes = attempts.map(
    ({ status, error, durationMs }) => `${status ?? error ?? '-'} in ${durationMs} ms`,
  );
  return `callback ${event} ${url} ${skipped ?? outcomes.join(', ')}`;
}
