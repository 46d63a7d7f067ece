import { botCatalogue } from './bot.catalogue.js';
import { type CatalogueOperation } from './catalogue.types.js';
import { chatroomCatalogue } from './chatroom.catalogue.js';
import { conversationCatalogue } from './conversation.catalogue.js';
import { friendCatalogue } from './friend.catalogue.js';
import { groupCatalogue } from './group.catalogue.js';
import { hostedGroupCatalogue } from './hosted-group.catalogue.js';
import { messageCatalogue } from './message.catalogue.js';
import { moderationCatalogue } from './moderation.catalogue.js';
import { profileCatalogue } from './profile.catalogue.js';
import { pushCatalogue } from './push.catalogue.js';
import { ultragroupCatalogue } from './ultragroup.catalogue.js';
import { userCatalogue } from './user.catalogue.js';

/** Every operation of the Server API as the vendor documents it, each once. */
export const catalogue: readonly CatalogueOperation[] = [
  ...userCatalogue,
  ...profileCatalogue,
  ...friendCatalogue,
  ...messageCatalogue,
  ...pushCatalogue,
  ...moderationCatalogue,
  ...conversationCatalogue,
  ...groupCatalogue,
  ...hostedGroupCatalogue,
  ...chatroomCatalogue,
  ...ultragroupCatalogue,
  ...botCatalogue,
];

const byAddress = new Map(
  catalogue.map((operation) => [`${operation.http} ${operation.path}`, operation]),
);

const templates = catalogue
  .filter(({ path }) => path.includes('{'))
  .map((operation) => ({ operation, segments: operation.path.split('/') }));

/**
 * The operation behind a request, or undefined. A path that stands in the catalogue as it is wins
 * over one with parameters: `POST /v2/ultragroups/channels` is not a group called `channels`.
 * @param http - The HTTP method, in capitals.
 * @param path - The path of the request, without the query string.
 */
export function findOperation(http: string, path: string): CatalogueOperation | undefined {
  const exact = byAddress.get(`${http} ${path}`);
  if (exact !== undefined) return exact;
  const segments = path.split('/');
  return templates.find(
    (template) => template.operation.http === http && matches(template.segments, segments),
  )?.operation;
}

function matches(template: readonly string[], segments: readonly string[]): boolean {
  return (
    template.length === segments.length &&
    template.every((part, index) => {
      const segment = segments[index];
      return part.startsWith('{') ? segment !== '' : part === segment;
    })
  );
}
