// What convert-catalogue.mjs cannot tell from the notes alone: decisions made by eye.

/** Ids of users and chatrooms: 64 bytes wherever they stand. */
export const BYTES_64 = new Set([
  ...['userId', 'userIds', 'userid', 'user_id', 'user_ids', 'fromUserId', 'fromuserid', 'toUserId'],
  ...['toUserIds', 'blackUserId', 'whiteUserId', 'whiteUserIds', 'botUserId', 'followUserIds'],
  ...['targetId', 'targetIds', 'requestId', 'owner', 'newOwner', 'entryOwnerId'],
  ...['chatroomId', 'toChatroomId'],
]);

/** Ids of groups: documented in characters, of which only letters and digits are allowed. */
export const CHARACTERS_64 = new Set([
  ...['groupId', 'groupIds', 'toGroupId', 'toGroupIds', 'group_id', 'userGroupId', 'userGroupIds'],
]);

/** Numbers that may have a fraction; every other number is a count, a time or a code. */
export const FRACTIONAL = new Set(['temperature', 'topP', 'frequencyPenalty', 'presencePenalty']);

/** Unix milliseconds, whatever the type; the do-not-disturb window has a local `startTime`. */
export const INSTANTS = new Set(['time', 'sentTime', 'msgTimestamp', 'startTime', 'endTime']);

/** 0 and 1 that choose between two things instead of saying no or yes. */
export const NOT_FLAGS = new Set(['order', 'type', 'destroyType']);

/** Contents: JSON text for built-in message types, any text for an app's own. */
export const FREE_TEXT = new Set(['content', 'replaceContent']);

/** JSON texts of arrays, and what an element is. */
export const JSON_ARRAYS = new Map([
  ['remarks', 'object'],
  ['msgs', 'object'],
  ['extraKey', 'string'],
  ['entryKeys', 'string'],
]);

/** Bounds that only the description states. */
export const BOUNDS = {
  count: { min: -1 },
  entryInfo: { maxItems: 20 },
};

/** Operations that were noted down under two areas, or under another than the one of its service. */
export const HOME = [
  { paths: /^\/user\/blockPushPeriod\//, area: 'user' },
  { paths: /^\/user\/group\/query/, area: 'user', facts: 'group' },
  { paths: /^\/v3\/user\/proxychat\//, area: 'bot', facts: 'user', named: 'user' },
  { paths: /^\/ultragroup\//, area: 'ultragroup' },
  { paths: /^\/v3\/translate/, area: 'bot' },
];

/** What the second note on an operation adds to the first. */
export const ADDED_NOTES = {
  '/user/blockPushPeriod/set.json': 'Stronger than every other do-not-disturb setting.',
  '/user/group/query.json':
    'Rate limit can be raised on request. Nexconn v4 counterpart: POST /v4/group-channel/joined/list.',
  '/ultragroup/hismsg/query.json': 'The order is the opposite of /v3/message/*/query.json.',
  '/ultragroup/hismsg/msgid/query.json':
    'Messages are kept 7 days by default (paid: 3, 6, 12 months). Messages sent without a channel on old apps cannot be found.',
  '/ultragroup/message/expansion/set.json':
    'The Nexconn v4 page allows only 20 keys per call for ultra groups.',
  '/ultragroup/message/expansion/delete.json':
    'The Nexconn v4 page allows only 20 keys per call for ultra groups.',
};

/** The two calls behind `/push.json`. */
export const PUSH_VARIANTS = [
  {
    method: 'pushMessage',
    topic: 'broadcast',
    summary:
      'Sends a system message plus offline push to tagged users, to users of a package, to listed users or to everybody.',
    requires: ['fromuserid', 'message'],
    docs: 'https://docs.rongcloud.io/platform-chat-api/system/send-push-by-tag',
  },
  {
    method: 'pushToAudience',
    topic: 'push-only',
    summary:
      'Sends only a notification (no message, no conversation) to tagged, packaged, listed or all users.',
    omits: ['fromuserid', 'message'],
    docs: 'https://docs.rongcloud.cn/platform-chat-api/system/send-push-to-all',
  },
];
export const PUSH_SUMMARY =
  'Sends an offline push, with or without a system message, to tagged users, to users of a package, to listed users or to everybody.';
export const PUSH_NOTES =
  'Without fromuserid and message nothing but the push is sent; it reaches devices seen within 30 days. messageUID comes back only with a message.';

const ofOperations = (code, meaning) => ({
  code,
  meaning,
  retryable: false,
  advice: 'Fix the call.',
  seenIn: ['docs.nexconn.ai'],
  notes: 'Stated for single operations, not in the general table. HTTP status not documented.',
});

/** Codes that single operations state. */
export const MORE_STATUS_CODES = [
  {
    ...ofOperations(23410, 'The chatroom does not exist.'),
    advice: 'Create it, or treat it as gone.',
    docs: 'https://docs.rongcloud.io/platform-chat-api/chatroom/get',
    seenIn: ['docs.rongcloud.io'],
  },
  ofOperations(24406, 'A user is not in the ultra group; the whole call failed.'),
  ofOperations(24418, 'Too many user groups in the ultra group (50).'),
  {
    ...ofOperations(24419, 'The user group id is already used.'),
    advice: 'After a repetition, treat it as done.',
  },
  ofOperations(24420, 'Too many user groups bound to the channel (10).'),
  {
    ...ofOperations(28400, 'The translation service is off.'),
    advice: 'Enable it.',
    docs: 'https://docs.rongcloud.cn/platform-chat-api/builtin-translation',
    seenIn: ['docs.rongcloud.cn'],
  },
];

/** The one operation whose sources stand in its notes only. */
export const ONLY_IN_NOTES = 'docs.rongcloud.cn';

/** Words on how the notes were taken, and the facts that remain of them. */
export const PHRASES = [
  [/ ?\(copy of the official API list, January 2026\)/g, ''],
  [/ \(copy of the official API list;/g, ' (official API list;'],
  [/Not marked as adjustable in the copy of/g, 'Not marked as adjustable in'],
  [
    / ?Not in a copy of the official API list \(January 2026\)\./g,
    ' Not in the official API list.',
  ],
  [/a copy of the official API list \(January 2026\)/g, 'the official API list'],
  [/the copy of the official API list/g, 'the official API list'],
  [
    /Path and rate limit are in a public copy of the docs\.rongcloud\.cn API list \(updated 2026-01-09\); its own page was not seen\./g,
    'Path and rate limit from the API list of docs.rongcloud.cn; its own page was not seen.',
  ],
  [/in a public copy of the docs\.rongcloud\.cn API list/g, 'in the API list of docs.rongcloud.cn'],
  [/the 2026-01-09 copy of the API list/g, 'the API list of docs.rongcloud.cn'],
  [/; the docs table for this type was beyond the excerpt\./g, '.'],
  [/HTTP status is not in the stored table's text; .+$/g, 'HTTP status not documented.'],
  [/ ?May also be in the ultragroup area catalogue\./g, ''],
  [/push-ext\.json \(section notification\)/g, 'push-ext.catalogue.ts (notification)'],
  [/push-ext\.json/g, 'push-ext.catalogue.ts'],
  [/'s stored excerpt stops before its table/g, ' was seen without its table'],
  [/The stored excerpts of the page stop before its parameter table;/g, 'No parameter table seen;'],
  [
    / ?The required column was lost in the stored copy: /g,
    ' Whether it is required was not seen: ',
  ],
  [/[^.]*its table row was outside the excerpt\./g, '1 also syncs the message to the sender.'],
  [/Path confirmed by a stored copy of/g, 'Path confirmed by'],
  [/\(in the copy of the integration page/g, '(in the integration page'],
  [/Fields of content beyond what the excerpt shows/g, 'Some fields of content'],
  [/, the legacy excerpt stops before it/g, ''],
  [/ is outside the excerpt/g, ' was not seen'],
  [/; the doc excerpt did not reach the response table/g, '; no response table was seen'],
  [/, not seen in the doc excerpt/g, ', not seen in the docs'],
  [/ is unclear in the excerpt/g, ' is unclear'],
  [/ not visible in the excerpt/g, ' not seen'],
  [/(was|is) (cut off|missing) in the excerpt/g, 'was not seen'],
  [/were missing in the excerpts seen/g, 'were not seen'],
  [/ \(this page's excerpt was cut\)/g, ''],
  [/\(the page excerpt stops at the overview\)/g, '(the page was seen without its table)'],
  [/ is beyond the excerpt/g, ' was not seen'],
  [/ ?Excerpt ends at integrations\[\]\.auth\./g, ''],
  [/; not in the excerpt\)/g, '; not seen)'],
  [/the full list page is not in the corpus/g, 'the full list was not seen'],
  [/Page not in the corpus\./g, 'Page not seen.'],
  [/(page) (was )?not in the corpus/g, '$1 not seen'],
  [/, no official page in the store/g, ', no official page'],
  [/Not seen on this page's stored text \(excerpts stop before it\);/g, 'Not seen on its page;'],
  [/(not|Not) documented in the stored text/g, '$1 seen'],
  [/is not in the stored text/g, 'was not seen'],
  [/current page's number not in the stored excerpt/g, "the current page's number was not seen"],
  [/ \(list cut off in the stored page\)/g, ''],
  [/two stored page versions/g, 'two versions of the page'],
  [/, unit cut off in the excerpt/g, ', unit not seen'],
  [/\(fields cut off in the store\)/g, '(not all fields seen)'],
  [/lies beyond the excerpts of every send page/g, 'was not seen'],
];
