import { success } from '../http/api-request.js';
import { withMember } from './group-of-call.js';
import type { OperationHandlers } from './operation-handler.js';

/**
 * Names under which pushes show the members of a group. Not documented: one goes with its member, and
 * reads as empty where none is set.
 */
export const groupRemarkHandlers: OperationHandlers = {
  'POST /group/remarks/set.json': withMember((member, { parameters }) => {
    member.pushRemark = parameters.text('remark');
    return success();
  }),
  'POST /group/remarks/del.json': withMember((member) => {
    member.pushRemark = '';
    return success();
  }),
  'POST /group/remarks/get.json': ({ app, parameters }) => {
    const group = app.state.groups.find(parameters.text('groupId'));
    const member = group?.members.get(parameters.text('userId'));
    return success({ remark: member?.pushRemark ?? '' });
  },
};
