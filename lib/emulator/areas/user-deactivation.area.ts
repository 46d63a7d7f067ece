import { deactivationBody, type DeactivationResult } from '../callbacks/event-bodies.js';
import { success, type ApiReply } from '../http/api-request.js';
import { createOperateId } from '../operate-id.js';
import {
  invalid,
  pageOf,
  type OperationContext,
  type OperationHandlers,
} from './operation-handler.js';

const HOUR_MS = 3_600_000;
const DEFAULT_PAGE_SIZE = 50;

/** Deactivation deletes the data of users for good; reactivation makes the ids usable again. */
export const userDeactivationHandlers: OperationHandlers = {
  'POST /user/deactivate.json': deactivateUsers,
  'POST /user/deactivate/query.json': queryDeactivatedUsers,
  'POST /user/reactivate.json': reactivateUsers,
  'POST /user/activate.json': activateUser,
};

/** The service takes up to a quarter of an hour; the emulator is done, and reports so, at once. */
function deactivateUsers(context: OperationContext): ApiReply {
  const { app, parameters, now } = context;
  const userIds = parameters.texts('userId');
  for (const userId of userIds) {
    app.devices.disconnect(userId);
    app.state.forget(userId);
    app.state.deactivations.set(userId, now);
  }
  return report(context, 'deactivate', userIds);
}

function queryDeactivatedUsers({ app, parameters }: OperationContext): ApiReply {
  const size = parameters.optionalNumber('pageSize') ?? DEFAULT_PAGE_SIZE;
  const page = parameters.optionalNumber('pageNo') ?? 1;
  return success({ users: pageOf([...app.state.deactivations.keys()], page, size, size) });
}

function reactivateUsers(context: OperationContext): ApiReply {
  const userIds = context.parameters.texts('userId');
  return restore(context, userIds) ?? report(context, 'reactivate', userIds);
}

/** The older call names no operation, so there is none that a callback could report. */
function activateUser(context: OperationContext): ApiReply {
  return restore(context, [context.parameters.text('userId')]) ?? success();
}

/** Makes ids usable again, all or none; returns the refusal when one was deactivated too recently. */
function restore(context: OperationContext, userIds: readonly string[]): ApiReply | undefined {
  const { deactivations } = context.app.state;
  const tooEarly = userIds.find(
    (userId) => (deactivations.get(userId) ?? -Infinity) > context.now - HOUR_MS,
  );
  if (tooEarly !== undefined) {
    return invalid(context, `userId ${tooEarly} was deactivated less than an hour ago`);
  }
  for (const userId of userIds) deactivations.delete(userId);
  return undefined;
}

/** Answers with the id of the operation, and tells the app server about each user. */
function report(
  { app, now: time }: OperationContext,
  kind: DeactivationResult['kind'],
  userIds: readonly string[],
): ApiReply {
  const operateId = createOperateId();
  for (const userId of userIds) {
    const body = deactivationBody({ userId, operateId, kind, time });
    app.callbacks.start('user-deactivation-result', body);
  }
  return success({ operateId });
}
