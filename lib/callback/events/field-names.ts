/** The fields of a callback as they were sent: each value is untrusted. */
export type ReceivedFields = Readonly<Record<string, unknown>>;

/** What the platform calls one thing in different callbacks; ours is the name in front. */
const VARIANTS: ReadonlyMap<string, readonly string[]> = new Map([
  ['userId', ['userid']],
  ['chatroomId', ['chatRoomId']],
  ['groupName', ['groupname']],
  ['channelType', ['conversationType']],
  ['objectName', ['msgType']],
  ['msgUID', ['messageId']],
  ['msgTimestamp', ['msgTimeStamp', 'messageTime']],
]);

const OUR_NAMES: ReadonlyMap<string, string> = new Map(
  [...VARIANTS].flatMap(([name, variants]) => variants.map((variant) => [variant, name])),
);

/** Our name of a field. */
export function ourName(name: string): string {
  return OUR_NAMES.get(name) ?? name;
}

/** The value of a field, by whichever of its names it was sent. */
export function sent(fields: ReceivedFields, name: string): unknown {
  const value = fields[name];
  if (value !== undefined) return value;
  for (const variant of VARIANTS.get(name) ?? []) {
    if (fields[variant] !== undefined) return fields[variant];
  }
  return undefined;
}
