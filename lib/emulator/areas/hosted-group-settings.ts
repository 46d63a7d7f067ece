import type { ApiReply } from '../http/api-request.js';
import { PARAMETER_TOO_LONG, ParameterRefusal } from '../parameters/parameter-refusal.js';
import type { HostedSettings } from '../state/hosting.js';
import type { OperationContext } from './operation-handler.js';

const PROFILE_LENGTHS: ReadonlyMap<string, number> = new Map([
  ['introduction', 512],
  ['announcement', 1_024],
  ['portraitUrl', 128],
]);
const NAME_LENGTH = 64;
/** The highest number of each permission; the lowest is 0. */
const PERMISSIONS: ReadonlyMap<string, number> = new Map([
  ['joinPerm', 3],
  ['removePerm', 2],
  ['memInvitePerm', 2],
  ['invitePerm', 1],
  ['profilePerm', 2],
  ['memProfilePerm', 2],
]);
const OWN_KEY_START = 'ext_';
const OWN_KEY_LENGTH = 32;
const OWN_VALUE_LENGTH = 256;
const MAX_OWN_FIELDS = 10;

/** What a call sets of a hosted group, and the keys in it that the documentation does not have. */
export interface SettingsOfCall extends HostedSettings {
  readonly unknown: readonly string[];
}

/**
 * What a call sets of a hosted group, which has `extProfile` so far; the catalogue does not look into it.
 * @throws ParameterRefusal
 */
export function readSettings(
  context: OperationContext,
  extProfile: HostedSettings['extProfile'] = {},
): SettingsOfCall {
  const { parameters } = context;
  const [profile, unknownInProfile] = sorted(context, 'groupProfile', PROFILE_LENGTHS);
  const [permissions, unknownInPermissions] = sorted(context, 'permissions', PERMISSIONS);
  const own = Object.entries(parameters.object('groupExtProfile') ?? {});
  const all = { ...extProfile, ...Object.fromEntries(own) };
  if (Object.keys(all).length > MAX_OWN_FIELDS) {
    throw new ParameterRefusal(`groupExtProfile holds ${MAX_OWN_FIELDS} fields at most`);
  }
  return {
    profile: Object.fromEntries(profile.map((entry) => readText('groupProfile', entry))),
    permissions: Object.fromEntries(permissions.map(readPermission)),
    extProfile: Object.fromEntries(own.map(([key, value]) => readOwn(key, value))),
    unknown: [...unknownInProfile, ...unknownInPermissions],
  };
}

/**
 * The name that an update puts into the profile.
 * @throws ParameterRefusal
 */
export function readName({ parameters }: OperationContext): string | undefined {
  const name = parameters.object('groupProfile')?.['name'];
  return name === undefined ? undefined : readText('groupProfile', ['name', name, NAME_LENGTH])[1];
}

/** Says which keys had no effect: they may be misspelt. */
export function withUnknown(reply: ApiReply, unknown: readonly string[]): ApiReply {
  if (unknown.length === 0) return reply;
  return { ...reply, reason: `ignored unknown ${unknown.join(', ')}` };
}

type Limited = readonly [key: string, value: unknown, limit: number];

/** The entries of an object that have a limit, and the names of the others. */
function sorted(
  { parameters }: OperationContext,
  parameter: string,
  limits: ReadonlyMap<string, number>,
): [limited: Limited[], unknown: string[]] {
  const limited: Limited[] = [];
  const unknown: string[] = [];
  for (const [key, value] of Object.entries(parameters.object(parameter) ?? {})) {
    const limit = limits.get(key);
    if (limit !== undefined) limited.push([key, value, limit]);
    else unknown.push(`${parameter}.${key}`);
  }
  return [limited, unknown];
}

function readText(parameter: string, [key, value, maxLength]: Limited): [string, string] {
  if (typeof value !== 'string') throw new ParameterRefusal(`${parameter}.${key} is not a text`);
  checkLength(`${parameter}.${key}`, value, maxLength);
  return [key, value];
}

function readPermission([key, value, highest]: Limited): [string, number] {
  const isInRange = typeof value === 'number' && value >= 0 && value <= highest;
  if (isInRange && Number.isInteger(value)) return [key, value];
  throw new ParameterRefusal(`permissions.${key} is a whole number from 0 to ${highest}`);
}

function readOwn(key: string, value: unknown): [string, string] {
  if (!key.startsWith(OWN_KEY_START)) {
    throw new ParameterRefusal(`groupExtProfile.${key} does not begin with ${OWN_KEY_START}`);
  }
  checkLength(`The key ${key}`, key, OWN_KEY_LENGTH);
  return readText('groupExtProfile', [key, value, OWN_VALUE_LENGTH]);
}

function checkLength(label: string, text: string, maxLength: number): void {
  if (Array.from(text).length <= maxLength) return;
  const reason = `${label} has more than ${maxLength} characters`;
  throw new ParameterRefusal(reason, PARAMETER_TOO_LONG);
}
