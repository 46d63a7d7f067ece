import type { EmulatedDevice } from '../emulated-device.js';
import { OperationParameters } from '../parameters/operation-parameters.js';
import type { AppState } from '../state/app.state.js';

const MOBILE_SYSTEMS: ReadonlySet<string> = new Set(['iOS', 'Android', 'HarmonyOS']);

/** Whom a push is for. */
export interface PushAudience {
  readonly platforms: readonly string[];
  readonly isToAll: boolean;
  /** Counts more than tags, package and platforms. */
  readonly userIds: readonly string[];
  /** Tags that a user must all have. */
  readonly tags: readonly string[];
  /** Tags of which a user must have one. */
  readonly anyTags: readonly string[];
  /** The emulator knows of no packages: every app is taken to be of this one. */
  readonly packageName: string | undefined;
}

/** Reads whom a push is for; one to all has no other conditions. */
export function readAudience(parameters: OperationParameters): PushAudience {
  const audience = new OperationParameters(parameters.object('audience') ?? {});
  const isToAll = audience.flag('is_to_all');
  return {
    platforms: parameters.texts('platform'),
    isToAll,
    userIds: isToAll ? [] : audience.texts('userid'),
    tags: isToAll ? [] : audience.texts('tag'),
    anyTags: isToAll ? [] : audience.texts('tag_or'),
    packageName: isToAll ? undefined : audience.optionalText('packageName'),
  };
}

/** The users that a push is for. One without any condition is for nobody. */
export function usersOf(audience: PushAudience, { users, tags }: AppState): readonly string[] {
  const all = [...users.keys()];
  if (audience.isToAll) return all;
  if (audience.userIds.length > 0) return all.filter((user) => audience.userIds.includes(user));
  if (audience.tags.length + audience.anyTags.length === 0) {
    return audience.packageName === undefined ? [] : all;
  }
  return all.filter((userId) => {
    const own = tags.get(userId) ?? [];
    const hasOne =
      audience.anyTags.length === 0 || audience.anyTags.some((tag) => own.includes(tag));
    return hasOne && audience.tags.every((tag) => own.includes(tag));
  });
}

/** Whether a push reaches a device: one of a named system, or one in a browser, unless a package is named. */
export function reaches(
  { platforms, userIds, packageName }: PushAudience,
  device: EmulatedDevice,
): boolean {
  if (userIds.length > 0) return true;
  const { os } = device;
  return MOBILE_SYSTEMS.has(os) ? platforms.includes(os.toLowerCase()) : packageName === undefined;
}
