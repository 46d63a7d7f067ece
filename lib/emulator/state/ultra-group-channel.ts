import { UltraGroupRules } from './ultra-group-rules.js';

/** The channel that each ultra group has, and the one of messages that name none. */
export const DEFAULT_CHANNEL = 'RCDefault';

/** One channel of an ultra group. */
export class UltraGroupChannel {
  readonly rules = new UltraGroupRules();
  /** Who is let in while it is private; kept while it is public. */
  readonly users = new Set<string>();
  /** The user groups that are let in. */
  readonly userGroupIds = new Set<string>();

  constructor(
    readonly busChannel: string,
    readonly createdAt: number,
    public isPrivate: boolean,
  ) {}
}
