import { describe, expect, it } from '@jest/globals';
import { ImRedactingLogger, redactSignatures } from '../../../lib/callback/redact-signatures.js';

const URL =
  '/im/callbacks/message-routing?appKey=k&nonce=14314&timestamp=1408710653000&signature=30be0bbca9c9';

describe('redactSignatures', () => {
  it.each([
    [URL, '/im/callbacks/message-routing?appKey=k&nonce=***&timestamp=***&signature=***'],
    [`Cannot POST ${URL} (404)`, expect.stringMatching(/^Cannot POST \S+ \(404\)$/)],
    ['/x?signTimestamp=1&SIGNATURE=ab#end', '/x?signTimestamp=***&SIGNATURE=***#end'],
    ['{"url":"/x?nonce=1","next":2}', '{"url":"/x?nonce=***","next":2}'],
    ['a signature=1 that is no parameter', 'a signature=1 that is no parameter'],
    ['/users?page=2', '/users?page=2'],
  ])('%s', (text, expected) => {
    expect(redactSignatures(text)).toEqual(expected);
    expect(redactSignatures(text)).not.toContain('30be0bbca9c9');
  });
});

describe('ImRedactingLogger', () => {
  it('passes everything on without signatures', () => {
    const logged: unknown[][] = [];
    const note = (...parts: unknown[]) => void logged.push(parts);
    const logger = new ImRedactingLogger({
      log: note,
      error: note,
      warn: note,
      debug: note,
      verbose: note,
      fatal: note,
    });
    const date = new Date(0);
    logger.log(`GET ${URL}`, 'Context');
    logger.warn({ request: { url: URL, tries: [1, URL] }, date });
    logger.error(new TypeError(`no route ${URL}`, { cause: new Error(URL) }), `stack at ${URL}`);
    logger.debug(URL);
    logger.verbose(URL);
    logger.fatal(URL);
    expect(logged).toHaveLength(6);
    expect(logged[0]?.[1]).toBe('Context');
    expect(logged[1]?.[0]).toHaveProperty('date', date);
    const error = logged[2]?.[0];
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({ name: 'TypeError' });
    const texts = logged
      .flat()
      .flatMap((part) =>
        part instanceof Error
          ? [part.message, String(part.stack), String(part.cause)]
          : JSON.stringify(part),
      );
    expect(texts.join('\n')).toContain('signature=***');
    expect(texts.join('\n')).not.toMatch(/30be0bbca9c9|14314|1408710653000/);
  });
});
