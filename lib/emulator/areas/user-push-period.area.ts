import { success, type ApiReply } from '../http/api-request.js';
import { invalid, type OperationContext, type OperationHandlers } from './operation-handler.js';

const TIME_OF_DAY = /^([01]\d|2[0-3])(:[0-5]\d){2}$/;
const NOTIFY_FOR_ALL = 0;

/** The daily time in which a user gets no pushes. */
export const userPushPeriodHandlers: OperationHandlers = {
  'POST /user/blockPushPeriod/set.json': setPeriod,
  'POST /user/blockPushPeriod/get.json': getPeriod,
  'POST /user/blockPushPeriod/delete.json': deletePeriod,
};

function setPeriod(context: OperationContext): ApiReply {
  const { app, parameters } = context;
  const userId = parameters.text('userId');
  const startTime = parameters.text('startTime');
  if (!TIME_OF_DAY.test(startTime)) {
    return invalid(context, 'startTime is a time of day as HH:MM:SS');
  }
  const period = parameters.number('period');
  // A length of 0 is documented to mean that no period is set.
  if (period === 0) return deletePeriod(context);
  const timezone = parameters.optionalText('timezone') ?? '';
  app.state.pushPeriods.set(userId, {
    startTime,
    period,
    level: parameters.number('level'),
    ...(timezone === '' ? {} : { timezone }),
  });
  return success();
}

/**
 * What comes back without a period is not documented: here its length is 0, which means "not set",
 * and its level the one that is read but cannot be set. The start is not converted from `timezone`,
 * as no page says that it is.
 */
function getPeriod({ app, parameters }: OperationContext): ApiReply {
  const known = app.state.pushPeriods.get(parameters.text('userId'));
  const { startTime = '', period = 0, level = NOTIFY_FOR_ALL } = known ?? {};
  return success({ data: { startTime, period, unPushLevel: level } });
}

function deletePeriod({ app, parameters }: OperationContext): ApiReply {
  app.state.pushPeriods.delete(parameters.text('userId'));
  return success();
}
