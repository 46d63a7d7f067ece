import type { ImEmulatorMessage } from '../state/message.store.js';

const DAY_MS = 86_400_000;

/** The longest span of time that a history is read in. */
export const LONGEST_WINDOW_MS = 14 * DAY_MS;
/** How long the messages of ultra groups are kept, unless an app has bought more. */
export const KEPT_IN_ULTRA_GROUPS_MS = 7 * DAY_MS;

/** How the messages of a history tell of their expansion, and what stands there without one. */
export function shownExpansion(
  { expansion = false, extraContent }: ImEmulatorMessage,
  none: '' | '{}',
): { readonly expansion: boolean; readonly extraContent: string } {
  return { expansion, extraContent: (expansion ? extraContent : undefined) ?? none };
}
