export { ImEmulator, type ImEmulatorAppOptions } from '../emulator/emulator.js';
export { type ImEmulatorOptions } from '../emulator/emulator.options.js';
export { type ImEmulatorMessageSwitches } from '../emulator/message-switches.js';
export {
  type ImEmulatorApp,
  type ImEmulatorFireOptions,
  type ImEmulatorModuleOptions,
  type ImEmulatorNewUser,
} from '../emulator/emulator-app.types.js';
export {
  type ImEmulatorClient,
  type ImEmulatorConnectOptions,
  type ImEmulatorOutgoingMessage,
  type ImEmulatorSendResult,
} from '../emulator/emulator-client.types.js';
export { type ImEmulatorHost } from '../emulator/http/host.js';
export {
  type ImEmulatorFault,
  type ImEmulatorFaultKind,
  type ImEmulatorRefusal,
  type ImEmulatorRequestFault,
} from '../emulator/http/fault.js';
export { type ImEmulatorRequest } from '../emulator/http/request-log.js';
export {
  type ImEmulatorFriend,
  type ImEmulatorFriendPermission,
  type ImEmulatorFriendRequest,
  type ImEmulatorProfile,
  type ImEmulatorPushPeriod,
  type ImEmulatorRemark,
  type ImEmulatorUser,
} from '../emulator/state/emulated-user.js';
export {
  type ImEmulatorChannelType,
  type ImEmulatorMessage,
  type ImEmulatorSource,
} from '../emulator/state/message.store.js';
export {
  type ImEmulatorEvent,
  type ImEmulatorEventBodies,
  type ImEmulatorOverrides,
} from '../emulator/callbacks/event-bodies.types.js';
export { type CallbackAddresses as ImEmulatorCallbackAddresses } from '../emulator/callbacks/callback-address.js';
export {
  type CallbackBody as ImEmulatorCallbackBody,
  type ImEmulatorBodyVariant,
} from '../emulator/callbacks/encode-body.js';
export { type ImEmulatorDelivery } from '../emulator/callbacks/callback-dispatcher.js';
export { type ImEmulatorAttempt } from '../emulator/callbacks/callback-sender.js';
export {
  signCallback,
  type ImEmulatorSignatureNames,
  type SignCallbackInput,
  type SignedCallback,
} from '../emulator/callbacks/sign-callback.js';
