import { success, type ApiReply } from '../http/api-request.js';
import { isRecord } from '../is-record.js';
import {
  invalid,
  pageOf,
  type OperationContext,
  type OperationHandlers,
} from './operation-handler.js';

const DEFAULT_SIZE = 50;

/** Names under which pushes show senders to a user. */
export const userRemarksHandlers: OperationHandlers = {
  'POST /user/remarks/set.json': setRemarks,
  'POST /user/remarks/del.json': deleteRemark,
  'POST /user/remarks/get.json': queryRemarks,
};

function setRemarks(context: OperationContext): ApiReply {
  const { app, parameters } = context;
  const userId = parameters.text('userId');
  const { remarks: sent } = parameters.values;
  const entries = Array.isArray(sent) ? sent.map(readRemark) : [];
  const broken = entries.indexOf(undefined);
  if (broken >= 0) return invalid(context, `remarks[${broken}] has no text as id and as remark`);
  const remarks = app.state.remarks.get(userId) ?? new Map<string, string>();
  for (const [id, remark] of entries.filter((entry) => entry !== undefined)) {
    remarks.set(id, remark);
  }
  app.state.remarks.set(userId, remarks);
  return success();
}

/** Whether an empty name is allowed is not documented: it is not here, as another call deletes names. */
function readRemark(value: unknown): readonly [id: string, remark: string] | undefined {
  if (!isRecord(value)) return undefined;
  const { id, remark } = value;
  const isNamed = typeof id === 'string' && typeof remark === 'string';
  return isNamed && id !== '' && remark !== '' ? [id, remark] : undefined;
}

function deleteRemark({ app, parameters }: OperationContext): ApiReply {
  app.state.remarks.get(parameters.text('userId'))?.delete(parameters.text('targetId'));
  return success();
}

/** The order is not documented: the name that was set first comes first. */
function queryRemarks({ app, parameters }: OperationContext): ApiReply {
  const remarks = [...(app.state.remarks.get(parameters.text('userId')) ?? [])];
  const size = parameters.optionalNumber('size') ?? DEFAULT_SIZE;
  const page = pageOf(remarks, parameters.optionalNumber('page') ?? 1, size, size);
  return success({
    total: remarks.length,
    users: page.map(([id, remark]) => ({ id, remark })),
  });
}
