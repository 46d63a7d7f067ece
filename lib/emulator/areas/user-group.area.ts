import { success } from '../http/api-request.js';
import type { OperationHandlers } from './operation-handler.js';

/** The emulator keeps no groups, so nobody is in one; the documented example would name some. */
export const userGroupHandlers: OperationHandlers = {
  'POST /user/group/query.json': () => success({ groups: [] }),
};
