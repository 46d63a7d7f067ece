import { success, type ApiReply } from '../http/api-request.js';
import { pageOf, type OperationContext, type OperationHandlers } from './operation-handler.js';

const DEFAULT_SIZE = 50;
const UNPAGED = 5_000;

/** The groups of a user, hosted ones among them. */
export const userGroupHandlers: OperationHandlers = {
  'POST /user/group/query.json': queryGroups,
};

/** The order is not documented: the group that was joined first comes first. */
function queryGroups({ app, parameters }: OperationContext): ApiReply {
  const memberships = app.state.groups.groupsOf(parameters.text('userId'));
  const size = parameters.optionalNumber('size') ?? DEFAULT_SIZE;
  const page = pageOf(memberships, parameters.optionalNumber('page'), size, UNPAGED);
  return success({
    groups: page.map(({ group }) => ({ id: group.groupId, name: group.name })),
  });
}
