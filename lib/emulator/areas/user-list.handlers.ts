import { success } from '../http/api-request.js';
import type { AppState } from '../state/app.state.js';
import type { UserListStore } from '../state/user-list.store.js';
import { invalid, type OperationHandler } from './operation-handler.js';

const DEFAULT_SIZE = 1_000;

/** Which of the two lists, and what its members are called on the wire. */
export interface UserList {
  readonly of: (state: AppState) => UserListStore;
  readonly member: string;
}

/** What can be done with a list of users; blacklist and whitelist work alike. */
export function userListHandlers({
  of,
  member,
}: UserList): Record<'add' | 'remove' | 'query', OperationHandler> {
  return {
    add({ app, parameters }) {
      of(app.state).add(parameters.text('userId'), parameters.texts(member));
      return success();
    },
    remove({ app, parameters }) {
      of(app.state).remove(parameters.text('userId'), parameters.texts(member));
      return success();
    },
    query(context) {
      const { app, parameters } = context;
      const size = parameters.optionalNumber('size') ?? DEFAULT_SIZE;
      // An empty token asks for the first page, as an absent one does.
      const pageToken = parameters.optionalText('pageToken') ?? '';
      const page = of(app.state).page(parameters.text('userId'), size, pageToken);
      if (page === undefined) return invalid(context, 'pageToken is none that `next` has given');
      return success({ ...page });
    },
  };
}
