// The module
export { ImModule } from './im.module.js';
export type { ImModuleExtras, ImOptionsFactory } from './im.module-definition.js';
export { InjectIm } from './im.decorators.js';
export { getImToken, type ImToken } from './im.tokens.js';
export { ImApp, type ImServiceType } from './im.app.js';
export { ImAppRegistry } from './im.app-registry.js';
export type {
  ImAppOptions,
  ImCallbackOptions,
  ImCallOptions,
  ImDurableOptions,
  ImHostOptions,
  ImKeepAliveOptions,
  ImModuleOptions,
  ImResponseMeta,
  ImRetryOptions,
} from './im.options.js';
export type {
  ImCallbackEvent,
  ImCallbackOutcome,
  ImCallEvent,
  ImDurableEventOutcome,
  ImDurableEventReport,
  ImErrorEvent,
  ImHooks,
  ImRequestEvent,
  ImResponseEvent,
  ImRetryEvent,
  ImVerdictEvent,
  ImWaitEvent,
} from './im.hooks.js';

// The way out
export { ImClient } from './client/im.client.js';
export { DATA_CENTERS, type DataCenter } from './client/data-centers.js';
export type {
  ImInput,
  ImOperation,
  ImPagedOperation,
  ImRateLimit,
  ImTargets,
} from './client/operation.js';
export type { ImResultConversion, ImResultConversions } from './client/result-conversions.js';
export type { ImCheckpoint, ImPages, ImPagesOptions } from './client/pages.js';
export type { ImPaging } from './client/paging.js';
export type { ImPart, ImPartsInput } from './client/parts.js';
export type { ImRateLimiter, ImRateLimitRequest } from './client/rate-limiter.js';
export { LocalRateLimiter, type LocalRateLimiterOptions } from './client/local-rate-limiter.js';
export type { ImFormValue, ImRawRequest } from './client/raw-request.js';
export type { ImResult } from './client/result.js';

// The API areas
export * from './user/index.js';
export * from './profile/index.js';
export * from './friend/index.js';
export * from './message/index.js';
export * from './push/index.js';
export * from './moderation/index.js';
export * from './conversation/index.js';
export * from './group/index.js';
export * from './hosted-group/index.js';
export * from './chatroom/index.js';
export * from './ultra-group/index.js';
export * from './bot/index.js';

// The way in
export {
  ImAbortSignal,
  ImAppName,
  ImCallback,
  ImEvent,
  OnImEvent,
  type ImCallbackControllerOptions,
  type ImEventDecorator,
  type ImEventHandler,
} from './callback/callback.decorators.js';
export type {
  ImHandlerOptions,
  ImNoticeOptions,
  ImNoVerdictReason,
  ImVerdictFallback,
  ImVerdictOptions,
} from './callback/callback.handler.js';
export {
  ImVerdict,
  type ImReplacement,
  type ImVerdictKind,
  type ImVerdictReply,
} from './callback/verdict.js';
export {
  ImCallbackCounters,
  type ImCallbackCount,
  type ImCallbackCounterHooks,
} from './callback/callback.counters.js';
export { ImRedactingLogger, redactSignatures } from './callback/redact-signatures.js';
export { ImDurableEvents } from './callback/durable/durable-events.js';
export type {
  ImEventMap,
  ImEventName,
  ImEventPayload,
  ImEventReply,
} from './callback/events/event.map.js';
export type {
  ImChannelType,
  ImClientPlatform,
  ImOpenEvent,
  ImReceivedContent,
  OpenNumber,
  OpenText,
} from './callback/events/event.types.js';
export type { RoutedMessage } from './callback/events/message-routing.event.js';
export type { PreMessage } from './callback/events/pre-messaging.event.js';
export type {
  ImOnlineStatus,
  UserOnlineStatus,
} from './callback/events/user-online-status.event.js';
export type { UserDeactivationResult } from './callback/events/user-deactivation-result.event.js';
export type { ChatroomStatus } from './callback/events/chatroom-status.event.js';
export type { ChatroomAttributeChange } from './callback/events/chatroom-attributes.event.js';
export type { ModerationResult } from './callback/events/moderation-result.event.js';
export type {
  HostedProfileModerationResult,
  ModeratedProfileField,
} from './callback/events/hosted-profile-moderation-result.event.js';
export type {
  DeletionDetails,
  MessageOperation,
  OperatedConversation,
  OperatedMessage,
  RecallDetails,
} from './callback/events/message-operation.event.js';
export type {
  ChangedUserProfile,
  UserProfileChange,
} from './callback/events/user-profile-sync.event.js';
export type { FriendshipChange } from './callback/events/friendship-sync.event.js';
export type {
  ChangedGroupProfile,
  GroupProfileChange,
} from './callback/events/group-profile-sync.event.js';
export type { GroupOperation } from './callback/events/group-operation-sync.event.js';
export type { BotEvent, BotEventType, BotIdentity } from './callback/events/bot-event.event.js';
export type { ImCallbackReply, ImClaim, ImClaimStore } from './callback/claims/claim.store.js';
export {
  MemoryClaimStore,
  type MemoryClaimStoreOptions,
} from './callback/claims/memory-claim.store.js';
export type {
  ImConsumption,
  ImDeadLetter,
  ImDeadLetterPage,
  ImDurableDelivery,
  ImDurableEvent,
  ImDurableOutcome,
  ImEventBacklog,
  ImEventStream,
} from './callback/durable/event.stream.js';
export {
  MemoryEventStream,
  type MemoryEventStreamOptions,
} from './callback/durable/memory-event.stream.js';

// Signatures
export { sign, type SignatureParts } from './signature/sign.js';
export { verifySignature } from './signature/verify.js';

// Errors
export { ImError } from './errors/im.error.js';
export { ImConfigError } from './errors/config.error.js';
export { ImValidationError, type ImFieldProblem } from './errors/validation.error.js';
export { ImTransportError, type ImFailedCall } from './errors/transport.error.js';
export { ImAbortedError } from './errors/aborted.error.js';
export { ImAmbiguousOutcomeError } from './errors/ambiguous-outcome.error.js';
export { ImNetworkError } from './errors/network.error.js';
export { ImResponseParseError } from './errors/response-parse.error.js';
export { ImTimeoutError } from './errors/timeout.error.js';
export { ImApiError, type ImRefusedCall } from './errors/api.error.js';
export { ImAuthError } from './errors/auth.error.js';
export { ImInvalidParameterError } from './errors/invalid-parameter.error.js';
export { ImNotFoundError } from './errors/not-found.error.js';
export { ImPermissionError } from './errors/permission.error.js';
export { ImRepeatedPageError } from './errors/repeated-page.error.js';
export { ImQuotaError } from './errors/quota.error.js';
export { ImRateLimitError } from './errors/rate-limit.error.js';
export { ImServerError } from './errors/server.error.js';
export { ImServiceDisabledError } from './errors/service-disabled.error.js';
export { ImCallbackError, type ImCallbackRefusal } from './errors/callback.error.js';
export { ImEventStreamError } from './errors/event-stream.error.js';
export { ImErrorFilter } from './errors/im-error.filter.js';
export { ERROR_CODES, type ImErrorCode, type ImErrorKind } from './errors/error-codes.js';
