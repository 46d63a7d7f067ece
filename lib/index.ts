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
  ImErrorEvent,
  ImHooks,
  ImRequestEvent,
  ImResponseEvent,
  ImRetryEvent,
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

// Users
export { ImUserService } from './user/user.service.js';
export type { UserBlacklist } from './user/user.blacklist.js';
export type { UserPushPeriod } from './user/user.push-period.js';
export type { UserRemarks } from './user/user.remarks.js';
export type { UserTags } from './user/user.tags.js';
export type { UserWhitelist } from './user/user.whitelist.js';
export { userOperations } from './user/user.operations.js';
export { ActivateUserDto } from './user/dto/activate-user.dto.js';
export { AddToBlacklistDto } from './user/dto/add-to-blacklist.dto.js';
export { AddToWhitelistDto } from './user/dto/add-to-whitelist.dto.js';
export { BlockUsersDto } from './user/dto/block-users.dto.js';
export { CheckOnlineDto } from './user/dto/check-online.dto.js';
export { DeactivateUsersDto } from './user/dto/deactivate-users.dto.js';
export { DeletePushPeriodDto } from './user/dto/delete-push-period.dto.js';
export { DeleteRemarkDto } from './user/dto/delete-remark.dto.js';
export { DeleteUsersDto } from './user/dto/delete-users.dto.js';
export { ExpireTokensDto } from './user/dto/expire-tokens.dto.js';
export { GetPushPeriodDto } from './user/dto/get-push-period.dto.js';
export { GetTagsDto } from './user/dto/get-tags.dto.js';
export { GetUserDto } from './user/dto/get-user.dto.js';
export { GetWhitelistEnabledDto } from './user/dto/get-whitelist-enabled.dto.js';
export { QueryBlacklistDto } from './user/dto/query-blacklist.dto.js';
export { QueryBlockedUsersDto } from './user/dto/query-blocked-users.dto.js';
export { QueryDeactivatedUsersDto } from './user/dto/query-deactivated-users.dto.js';
export { QueryGroupsOfUserDto } from './user/dto/query-groups-of-user.dto.js';
export { QueryMutedUsersDto } from './user/dto/query-muted-users.dto.js';
export { QueryRemarksDto } from './user/dto/query-remarks.dto.js';
export { QueryUsersDto } from './user/dto/query-users.dto.js';
export { QueryWhitelistDto } from './user/dto/query-whitelist.dto.js';
export { ReactivateUsersDto } from './user/dto/reactivate-users.dto.js';
export { RegisterUserDto } from './user/dto/register-user.dto.js';
export { RemoveFromBlacklistDto } from './user/dto/remove-from-blacklist.dto.js';
export { RemoveFromWhitelistDto } from './user/dto/remove-from-whitelist.dto.js';
export { SetMutedUsersDto } from './user/dto/set-muted-users.dto.js';
export { SetPushPeriodDto } from './user/dto/set-push-period.dto.js';
export { SetRemarksDto, UserRemark } from './user/dto/set-remarks.dto.js';
export { SetTagsOfManyDto } from './user/dto/set-tags-of-many.dto.js';
export { SetUserTagsDto } from './user/dto/set-user-tags.dto.js';
export { SetWhitelistEnabledDto } from './user/dto/set-whitelist-enabled.dto.js';
export { UnblockUsersDto } from './user/dto/unblock-users.dto.js';
export { UpdateUserDto } from './user/dto/update-user.dto.js';
export type {
  CheckOnlineResult,
  DeactivateUsersResult,
  GetPushPeriodResult,
  GetTagsResult,
  GetUserResult,
  GetWhitelistEnabledResult,
  QueryBlacklistResult,
  QueryBlockedUsersResult,
  QueryDeactivatedUsersResult,
  QueryGroupsOfUserResult,
  QueryMutedUsersResult,
  QueryRemarksResult,
  QueryUsersResult,
  QueryWhitelistResult,
  ReactivateUsersResult,
  RegisterUserResult,
} from './user/user.results.js';

// Hosted profiles
export { ImProfileService } from './profile/profile.service.js';
export { profileOperations } from './profile/profile.operations.js';
export { DeleteProfilesDto } from './profile/dto/delete-profiles.dto.js';
export { GetProfilesDto } from './profile/dto/get-profiles.dto.js';
export { QueryProfilesDto } from './profile/dto/query-profiles.dto.js';
export { HostedProfile, SetProfileDto } from './profile/dto/set-profile.dto.js';
export type {
  GetProfilesResult,
  QueryProfilesResult,
  UserProfile,
} from './profile/profile.results.js';

// Friends
export { ImFriendService } from './friend/friend.service.js';
export { friendOperations } from './friend/friend.operations.js';
export { AddFriendDto } from './friend/dto/add-friend.dto.js';
export { CheckFriendsDto } from './friend/dto/check-friends.dto.js';
export { GetFriendPermissionDto } from './friend/dto/get-friend-permission.dto.js';
export { QueryFriendsDto } from './friend/dto/query-friends.dto.js';
export { RemoveAllFriendsDto } from './friend/dto/remove-all-friends.dto.js';
export { RemoveFriendsDto } from './friend/dto/remove-friends.dto.js';
export { SetFriendPermissionDto } from './friend/dto/set-friend-permission.dto.js';
export { SetFriendProfileDto } from './friend/dto/set-friend-profile.dto.js';
export type {
  CheckFriendsResult,
  Friend,
  GetFriendPermissionResult,
  QueryFriendsResult,
} from './friend/friend.results.js';

// Messages
export { ImMessageService } from './message/message.service.js';
export { messageOperations } from './message/message.operations.js';
export { SendPrivateMessageDto } from './message/dto/send-private-message.dto.js';
export type { SendPrivateMessageResult } from './message/message.results.js';
export {
  textMessage,
  type ImMentionedInfo,
  type ImMessage,
  type ImMessageUser,
  type TextMessageContent,
} from './message/content/text.message.js';

// The way in
export {
  ImCallback,
  ImEvent,
  OnImEvent,
  type ImCallbackControllerOptions,
  type ImEventDecorator,
  type ImEventHandler,
} from './callback/callback.decorators.js';
export type {
  ImHandlerOptions,
  ImVerdictFallback,
  ImVerdictOptions,
} from './callback/callback.handler.js';
export { ImVerdict, type ImReplacement, type ImVerdictReply } from './callback/verdict.js';
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
  OpenText,
} from './callback/events/event.types.js';
export type { RoutedMessage } from './callback/events/message-routing.event.js';
export type { PreMessage } from './callback/events/pre-messaging.event.js';
export type {
  ImOnlineStatus,
  UserOnlineStatus,
} from './callback/events/user-online-status.event.js';
export type { ImCallbackReply, ImClaim, ImClaimStore } from './callback/claim.store.js';
export { MemoryClaimStore, type MemoryClaimStoreOptions } from './callback/memory-claim.store.js';

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
export { ImQuotaError } from './errors/quota.error.js';
export { ImRateLimitError } from './errors/rate-limit.error.js';
export { ImServerError } from './errors/server.error.js';
export { ImServiceDisabledError } from './errors/service-disabled.error.js';
export { ImCallbackError, type ImCallbackRefusal } from './errors/callback.error.js';
export { ImErrorFilter } from './errors/im-error.filter.js';
export { ERROR_CODES, type ImErrorCode, type ImErrorKind } from './errors/error-codes.js';
