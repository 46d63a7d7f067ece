import type { ApiReply } from '../http/api-request.js';
import type { UltraGroupChannel } from '../state/ultra-group-channel.js';
import type { UltraGroupRules } from '../state/ultra-group-rules.js';
import type { UltraGroup } from '../state/ultra-group.js';
import { ignored, type OperationContext, type OperationHandler } from './operation-handler.js';

/** The ultra group that a call is about. */
export function groupOf(
  { app, parameters }: OperationContext,
  parameter = 'groupId',
): UltraGroup | undefined {
  return app.state.ultraGroups.find(parameters.text(parameter));
}

/** The channel that a call is about. */
export function channelOf(context: OperationContext): UltraGroupChannel | undefined {
  return groupOf(context)?.channels.get(context.parameters.text('busChannel'));
}

/** What holds where a call is about: in a channel, or in the whole group when it names none. */
export function rulesOf(context: OperationContext): UltraGroupRules | undefined {
  return groupOf(context)?.rulesOf(optionalChannel(context));
}

/** The channel that a call names; an empty one is none. */
export function optionalChannel({ parameters }: OperationContext): string | undefined {
  const busChannel = parameters.optionalText('busChannel');
  return busChannel === '' ? undefined : busChannel;
}

/**
 * Handles a call on an ultra group. No code is documented for one that is not there, nor for a channel
 * or a user group that is not: such a call changes nothing.
 */
export function withGroup(
  handle: (group: UltraGroup, context: OperationContext) => ApiReply,
  parameter = 'groupId',
): OperationHandler {
  return (context) => {
    const group = groupOf(context, parameter);
    if (group !== undefined) return handle(group, context);
    return ignored(`There is no ultra group ${context.parameters.text(parameter)}`);
  };
}

/** Handles a call on a channel. */
export function withChannel(
  handle: (channel: UltraGroupChannel, group: UltraGroup, context: OperationContext) => ApiReply,
): OperationHandler {
  return withGroup((group, context) => {
    const busChannel = context.parameters.text('busChannel');
    const channel = group.channels.get(busChannel);
    return channel === undefined ? noChannel(group, busChannel) : handle(channel, group, context);
  });
}

/** Handles a call on what holds in a channel, or in the whole group. */
export function withRules(
  handle: (rules: UltraGroupRules, context: OperationContext) => ApiReply,
): OperationHandler {
  return withGroup((group, context) => {
    const busChannel = optionalChannel(context);
    const rules = group.rulesOf(busChannel);
    return rules === undefined ? noChannel(group, busChannel ?? '') : handle(rules, context);
  });
}

function noChannel({ groupId }: UltraGroup, busChannel: string): ApiReply {
  return ignored(`The ultra group ${groupId} has no channel ${busChannel}`);
}
