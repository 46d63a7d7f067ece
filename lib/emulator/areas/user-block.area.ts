import { success, type ApiReply } from '../http/api-request.js';
import {
  localTime,
  pageOf,
  type OperationContext,
  type OperationHandlers,
} from './operation-handler.js';

const MINUTE_MS = 60_000;
const UNPAGED = 1_000;
const DEFAULT_SIZE = 50;

/** Users who may not connect for a while. */
export const userBlockHandlers: OperationHandlers = {
  'POST /user/block.json': block,
  'POST /user/unblock.json': unblock,
  'POST /user/block/query.json': queryBlocked,
};

function block({ app, parameters, now }: OperationContext): ApiReply {
  const until = now + parameters.number('minute') * MINUTE_MS;
  for (const userId of parameters.texts('userId')) {
    app.state.blocks.set(userId, until);
    app.devices.disconnect(userId);
  }
  return success();
}

function unblock({ app, parameters }: OperationContext): ApiReply {
  for (const userId of parameters.texts('userId')) app.state.blocks.delete(userId);
  return success();
}

function queryBlocked({ app, parameters, now }: OperationContext): ApiReply {
  const latestEndFirst = [...app.state.blocks]
    .filter(([, until]) => until > now)
    .sort(([, one], [, other]) => other - one)
    .map(([userId, until]) => ({ userId, blockEndTime: localTime(until) }));
  const size = parameters.optionalNumber('size') ?? DEFAULT_SIZE;
  const page = parameters.optionalNumber('page');
  return success({ users: pageOf(latestEndFirst, page, size, UNPAGED) });
}
