import { success, type ApiReply } from '../http/api-request.js';
import { hostedGroupOf, withHostedMember } from './hosted-group-of-call.js';
import type { OperationContext, OperationHandlers } from './operation-handler.js';

/** Names under which members see hosted groups; one goes with its member, which is not documented. */
export const hostedGroupRemarkNameHandlers: OperationHandlers = {
  'POST /entrust/group/remarkname/set.json': withHostedMember((member, _group, { parameters }) => {
    member.remarkName = parameters.text('remarkName');
    return success();
  }),
  'POST /entrust/group/remarkname/delete.json': withHostedMember((member) => {
    member.remarkName = '';
    return success();
  }),
  'POST /entrust/group/remarkname/query.json': getRemarkName,
};

/** What comes back when none is set is not documented: an empty text, as elsewhere. */
function getRemarkName(context: OperationContext): ApiReply {
  const member = hostedGroupOf(context)?.members.get(context.parameters.text('userId'));
  return success({ remarkName: member?.remarkName ?? '' });
}
