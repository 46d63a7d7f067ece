import { success, type ApiReply } from '../http/api-request.js';
import type { SensitiveWord } from '../state/sensitive-word.store.js';
import { invalid, type OperationContext, type OperationHandlers } from './operation-handler.js';

const REPLACING = 0;
const BLOCKING = 1;
const ALL = 2;

/** Sensitive words, and the older word filter, which sees the blocking ones of the same list. */
export const sensitiveWordHandlers: OperationHandlers = {
  'POST /sensitiveword/add.json': addWord,
  'POST /sensitiveword/batch/add.json': addWords,
  'POST /sensitiveword/delete.json': removeWord,
  'POST /sensitiveword/batch/delete.json': removeWords,
  'POST /sensitiveword/list.json': queryWords,
  'POST /wordfilter/add.json': addWord,
  'POST /wordfilter/delete.json': removeWord,
  'POST /wordfilter/list.json': queryBlockingWords,
};

function addWord(context: OperationContext): ApiReply {
  const { parameters } = context;
  const replaceWord = parameters.optionalText('replaceWord') ?? '';
  const refused = add(context, [{ word: parameters.text('word'), replaceWord }]);
  return refused ?? success();
}

function addWords(context: OperationContext): ApiReply {
  const { app, parameters } = context;
  const words = parameters.objects('words').map(({ word, replaceWord }) => ({
    word: String(word),
    replaceWord: typeof replaceWord === 'string' ? replaceWord : '',
  }));
  const refused = add(context, words);
  return refused ?? success({ remainQuota: app.state.sensitiveWords.remainingQuota });
}

/** The quota is documented, the code of a call beyond it is not. */
function add(context: OperationContext, words: readonly SensitiveWord[]): ApiReply | undefined {
  const { sensitiveWords } = context.app.state;
  if (sensitiveWords.add(words)) return undefined;
  const { remainingQuota: remainQuota } = sensitiveWords;
  const refused = invalid(context, `${remainQuota} further words fit, not ${words.length}`);
  return { ...refused, body: { ...Object(refused.body), remainQuota } };
}

function removeWord({ app, parameters }: OperationContext): ApiReply {
  app.state.sensitiveWords.remove([parameters.text('word')]);
  return success();
}

function removeWords({ app, parameters }: OperationContext): ApiReply {
  app.state.sensitiveWords.remove(parameters.texts('words'));
  return success();
}

function queryWords({ app, parameters }: OperationContext): ApiReply {
  const asked = parameters.optionalNumber('type') ?? BLOCKING;
  const words = app.state.sensitiveWords
    .list()
    .map((entry) => ({ ...entry, type: entry.replaceWord === '' ? BLOCKING : REPLACING }))
    .filter(({ type }) => asked === ALL || asked === type)
    // A number on the wire in some SDKs, a text in the documents.
    .map((entry) => ({ ...entry, type: String(entry.type) }));
  return success({ words });
}

function queryBlockingWords({ app }: OperationContext): ApiReply {
  const words = app.state.sensitiveWords
    .list()
    .filter(({ replaceWord }) => replaceWord === '')
    .map(({ word }) => ({ word }));
  return success({ words });
}
