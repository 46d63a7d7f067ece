import { success, type ApiReply } from '../http/api-request.js';
import { isRecord } from '../is-record.js';
import { parseJson } from '../parse-json.js';
import { ParameterRefusal } from '../parameters/parameter-refusal.js';
import type { OperationParameters } from '../parameters/operation-parameters.js';
import type { ImEmulatorMessage } from '../state/message.store.js';
import { isSpared, once, sendTo } from './message-of-call.js';
import type { OperationContext, OperationHandlers } from './operation-handler.js';

/** Messages that are filled for each recipient from one template. */
export const messageTemplateHandlers: OperationHandlers = {
  'POST /message/private/publish_template.json': once((context) => publish('PERSON', context)),
  'POST /message/system/publish_template.json': once((context) => publish('NOTIFY', context)),
};

/** A placeholder with its braces, which do not nest. */
const PLACEHOLDER = /\{[^{}]*\}/g;

/** One of these per recipient; the latter three may be left empty. */
const LISTS = ['values', 'pushContent', 'pushData', 'pushExt'] as const;

function publish(channelType: 'PERSON' | 'NOTIFY', context: OperationContext): ApiReply {
  const { parameters } = context;
  const recipients = parameters.texts('toUserId');
  checkCounts(parameters, recipients.length);
  const includeSender = parameters.flag('isIncludeSender');
  const messageUIDs = recipients.flatMap((userId, index) => {
    if (isSpared(context, userId)) return [];
    const destination = { toUserId: userId, channelType } as const;
    const filled = fillFor(index, parameters);
    return [{ userId, messageUID: sendTo(context, destination, { includeSender }, filled) }];
  });
  return success({ messageUIDs });
}

/** One entry per recipient is documented, the code of another number is not. */
function checkCounts({ values }: OperationParameters, recipients: number): void {
  for (const name of LISTS) {
    const list = values[name];
    const count = Array.isArray(list) ? list.length : 0;
    if (count === recipients || (count === 0 && name !== 'values')) continue;
    throw new ParameterRefusal(`${name} has ${count} entries, one for each recipient is needed`);
  }
}

function fillFor(index: number, parameters: OperationParameters): Partial<ImEmulatorMessage> {
  const values = parameters.objects('values')[index] ?? {};
  const pushContent = parameters.texts('pushContent')[index];
  const pushExt = parameters.objects('pushExt')[index];
  return {
    content: fillContent(parameters.text('content'), values),
    ...(pushContent === undefined ? {} : { pushContent: fill(pushContent, values) }),
    ...(pushExt === undefined ? {} : { pushExt: JSON.stringify(pushExt) }),
  };
}

/** Whether a value is escaped is not documented: in JSON text it is, so that the text stays JSON. */
function fillContent(template: string, values: Readonly<Record<string, unknown>>): string {
  const isJson = isRecord(parseJson(template));
  return fill(template, values, isJson ? escaped : undefined);
}

function escaped(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** Puts values in place of their placeholders; what has none stays, and what is put in is not looked at. */
function fill(
  template: string,
  values: Readonly<Record<string, unknown>>,
  write: (text: string) => string = (text) => text,
): string {
  return template.replace(PLACEHOLDER, (placeholder) => {
    const value = Object.hasOwn(values, placeholder) ? values[placeholder] : undefined;
    if (value === undefined) return placeholder;
    return write(typeof value === 'string' ? value : JSON.stringify(value));
  });
}
