import { success, type ApiReply } from '../http/api-request.js';
import { ignored, type OperationContext, type OperationHandlers } from './operation-handler.js';

const HOUR_MS = 3_600_000;
const KEPT_MS = 72 * HOUR_MS;
const HOUR = /^(\d{4})(\d{2})(\d{2})(\d{2})$/;
const NO_HOUR = 'date is an hour, as YYYYMMDDHH';
/** What a log holds is not documented, so that there is none to download. */
const NO_FILE = 'The emulator has no file at this address';

/** The logs of the messages of an hour. Hours are those of UTC, as in the data centres overseas. */
export const messageLogHandlers: OperationHandlers = {
  'POST /message/history.json': getLog,
  'POST /message/history/delete.json': deleteLog,
};

/** There is one once the hour is over, for three days, and when something was sent in it. */
function getLog({ app, parameters, now }: OperationContext): ApiReply {
  const date = parameters.text('date');
  const start = startOf(date);
  if (start === undefined) return { ...success({ url: '', date }), reason: NO_HOUR };
  const { deletedLogs, messages } = app.state;
  const isKept = start + HOUR_MS <= now && now <= start + KEPT_MS && !deletedLogs.has(start);
  const isInHour = (timestamp: number) => timestamp >= start && timestamp < start + HOUR_MS;
  if (!isKept || !messages.list().some(({ timestamp }) => isInHour(timestamp))) {
    return success({ url: '', date });
  }
  const url = `${app.moduleOptions.endpoints[0]}/message/history/${date}.zip`;
  return { ...success({ url, date }), reason: NO_FILE };
}

/** The service needs ten minutes for it, the emulator none. */
function deleteLog({ app, parameters }: OperationContext): ApiReply {
  const start = startOf(parameters.text('date'));
  if (start === undefined) return ignored(NO_HOUR);
  app.state.deletedLogs.add(start);
  return success();
}

/** The beginning of an hour in Unix milliseconds. */
function startOf(date: string): number | undefined {
  const [, year = '', month = '', day = '', hour = ''] = HOUR.exec(date) ?? [];
  const start = Date.parse(`${year}-${month}-${day}T${hour}:00:00Z`);
  return Number.isNaN(start) ? undefined : start;
}
