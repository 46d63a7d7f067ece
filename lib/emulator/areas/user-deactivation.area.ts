import { randomUUID } from 'node:crypto';
import { success, type ApiReply } from '../http/api-request.js';
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
};

function deactivateUsers({ app, parameters, now }: OperationContext): ApiReply {
  for (const userId of parameters.texts('userId')) {
    app.devices.disconnect(userId);
    app.state.forget(userId);
    app.state.deactivations.set(userId, now);
  }
  return success({ operateId: createOperateId() });
}

function queryDeactivatedUsers({ app, parameters }: OperationContext): ApiReply {
  const size = parameters.optionalNumber('pageSize') ?? DEFAULT_PAGE_SIZE;
  const page = parameters.optionalNumber('pageNo') ?? 1;
  return success({ users: pageOf([...app.state.deactivations.keys()], page, size, size) });
}

function reactivateUsers(context: OperationContext): ApiReply {
  const { app, parameters, now } = context;
  const userIds = parameters.texts('userId');
  const tooEarly = userIds.find(
    (userId) => (app.state.deactivations.get(userId) ?? -Infinity) > now - HOUR_MS,
  );
  if (tooEarly !== undefined) {
    return invalid(context, `userId ${tooEarly} was deactivated less than an hour ago`);
  }
  for (const userId of userIds) app.state.deactivations.delete(userId);
  return success({ operateId: createOperateId() });
}

function createOperateId(): string {
  return randomUUID().toUpperCase();
}
