/** The remedy of a refusal, and so the class of its error. */
export type ImErrorKind =
  | 'auth'
  | 'permission'
  | 'rate-limit'
  | 'service-disabled'
  | 'not-found'
  | 'invalid-parameter'
  | 'quota'
  | 'server';

/** What one code of the service means and what to do about it. */
export interface ImErrorCode {
  readonly kind: ImErrorKind;
  readonly meaning: string;
  readonly advice: string;
}

/**
 * The codes of the service.
 * @see https://docs.rongcloud.io/platform-chat-api/code
 */
export const ERROR_CODES: Readonly<Record<number, ImErrorCode>> = {
  400: {
    kind: 'not-found',
    meaning: 'the user id does not exist',
    advice: 'Register the user first.',
  },
  404: {
    kind: 'not-found',
    meaning: 'there is no such endpoint',
    advice: 'Check the path and the data centre.',
  },
  1000: {
    kind: 'server',
    meaning: 'internal error',
    advice: 'Try again later; if it stays, look for a parameter that the service cannot handle.',
  },
  1001: {
    kind: 'auth',
    meaning: 'App Key and App Secret do not belong together',
    advice: 'Copy both from the same app and environment in the console.',
  },
  1002: {
    kind: 'invalid-parameter',
    meaning: 'a parameter is missing or invalid',
    advice: 'Mend the parameter that the message names.',
  },
  1003: {
    kind: 'invalid-parameter',
    meaning: 'the request had no usable body',
    advice: 'Check the parameters of the operation.',
  },
  1004: {
    kind: 'auth',
    meaning: 'the signature was refused',
    advice: "Check the App Secret and this machine's clock.",
  },
  1005: {
    kind: 'invalid-parameter',
    meaning: 'a parameter is too long',
    advice: 'Shorten it; a message holds at most 128 KB.',
  },
  1006: {
    kind: 'permission',
    meaning: 'the app is offline, locked or deleted',
    advice: "Look at the app in the console or ask the vendor's support.",
  },
  1007: {
    kind: 'permission',
    meaning: 'this address may not call the service',
    advice: 'Add it to the IP allow-list in the console.',
  },
  1008: {
    kind: 'rate-limit',
    meaning: 'a quota is used up',
    advice: 'Slow down, or raise the quota in the console; a service that is off answers this too.',
  },
  1009: {
    kind: 'service-disabled',
    meaning: 'the service is not enabled',
    advice: 'Enable it in the console.',
  },
  1010: {
    kind: 'service-disabled',
    meaning: 'the allow-list feature is off',
    advice: 'Enable it in the console.',
  },
  1011: {
    kind: 'service-disabled',
    meaning: 'the block-list feature is off',
    advice: 'Enable it in the console.',
  },
  1015: {
    kind: 'not-found',
    meaning: 'what should be deleted does not exist',
    advice: 'Treat the deletion as done.',
  },
  1016: {
    kind: 'quota',
    meaning: 'there are too many kept-alive chatrooms',
    advice: 'Remove one, or have the number raised; the default is 5.',
  },
  1018: {
    kind: 'service-disabled',
    meaning: 'real-time audio and video are not enabled',
    advice: 'Enable them in the console.',
  },
  1050: {
    kind: 'server',
    meaning: 'a time-out inside the service',
    advice: 'Try again later.',
  },
  2007: {
    kind: 'quota',
    meaning: 'the app has as many registered users as it may',
    advice: 'A development app has 100: deactivate test users, or use a production app.',
  },
  23410: {
    kind: 'not-found',
    meaning: 'the chatroom does not exist',
    advice: 'Create it, or treat it as gone.',
  },
  24406: {
    kind: 'invalid-parameter',
    meaning: 'a user is not in the ultra group; nobody was handled',
    advice: 'Leave the user out, or add them to the group first.',
  },
  24418: {
    kind: 'quota',
    meaning: 'the ultra group has as many user groups as it may',
    advice: 'Delete one; an ultra group holds 50.',
  },
  24419: {
    kind: 'invalid-parameter',
    meaning: 'the id of the user group is taken',
    advice: 'Choose another; after a repeated call treat it as done.',
  },
  24420: {
    kind: 'quota',
    meaning: 'the channel is bound to as many user groups as it may',
    advice: 'Unbind one; a channel holds 10.',
  },
  28400: {
    kind: 'service-disabled',
    meaning: 'translation is off',
    advice: 'Enable it in the console.',
  },
};

/** What an HTTP status means when the body holds no known code. */
export const ERROR_STATUSES: Readonly<Record<number, ImErrorKind>> = {
  400: 'invalid-parameter',
  401: 'auth',
  403: 'permission',
  404: 'not-found',
  405: 'not-found',
  429: 'rate-limit',
  430: 'service-disabled',
};
