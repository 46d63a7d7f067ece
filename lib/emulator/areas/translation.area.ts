import { success, type ApiReply } from '../http/api-request.js';
import type { OperationContext, OperationHandlers } from './operation-handler.js';

const DEFAULT_TARGET = 'zh';

/** Translation, which is on. */
export const translationHandlers: OperationHandlers = {
  'POST /v3/translate.json': translate,
};

/** No dictionary here: the language stands before the text, always in the same way. */
function translate({ parameters }: OperationContext): ApiReply {
  const target = parameters.optionalText('targetLanguage') ?? DEFAULT_TARGET;
  return success({ translated: `[${target}] ${parameters.text('text')}` });
}
