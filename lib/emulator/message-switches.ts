/** What the console of the service lets an app switch on for its messages. Everything is off by default, as there. */
export interface ImEmulatorMessageSwitches {
  /**
   * Callback messages that the Server API sends, too: `pre-messaging` and `message-routing`. Default
   * false, like the service's console.
   */
  readonly routeServerMessages?: boolean | undefined;
  /** Look for sensitive words in messages that the Server API sends, too. Default false. */
  readonly filterServerMessages?: boolean | undefined;
  /**
   * Report messages that a sensitive word has blocked to `message-routing`, with `sensitiveType` 1.
   * Default false.
   */
  readonly routeBlockedMessages?: boolean | undefined;
  /** Callback status messages (typing), too, which only online users get. Default false. */
  readonly routeStatusMessages?: boolean | undefined;
  /** Callback changes of the expansion of ultra group messages, too. Default false. */
  readonly routeExpansionChanges?: boolean | undefined;
  /** Refuse to send twice within a minute with the same `msgRandom`. Default false: the value has no effect. */
  readonly refuseRepeatedMsgRandom?: boolean | undefined;
}

/** The switches of an app, each of them set. */
export type MessageSwitches = Readonly<Record<keyof ImEmulatorMessageSwitches, boolean>>;

/** Reads the switches; what is not given is off. */
export function readSwitches({
  routeServerMessages = false,
  filterServerMessages = false,
  routeBlockedMessages = false,
  routeStatusMessages = false,
  routeExpansionChanges = false,
  refuseRepeatedMsgRandom = false,
}: ImEmulatorMessageSwitches): MessageSwitches {
  return {
    routeServerMessages,
    filterServerMessages,
    routeBlockedMessages,
    routeStatusMessages,
    routeExpansionChanges,
    refuseRepeatedMsgRandom,
  };
}
