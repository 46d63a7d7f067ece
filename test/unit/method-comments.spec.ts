import { describe, expect, it } from '@jest/globals';
import { readSourceComments } from '../../scripts/reference/source-comments.js';
import { placedOperations, type AnyOperation } from '../support/operation-tables.js';

const PERIODS: Readonly<Record<number, string>> = {
  1: 'second',
  60: 'minute',
  3_600: 'hour',
  86_400: 'day',
};

const { methods } = readSourceComments();

// What an editor shows of a method is written by hand; its facts must be those of the literal.
describe.each(placedOperations)('the comment of %s', (name, operation) => {
  it('tells address, encoding, bounds and page of the operation', () => {
    const comment = methods.get(name);
    const text = comment?.text.replaceAll('\n', ' ');
    for (const fact of factsOf(operation)) expect(text).toMatch(fact);
    expect(comment?.see).toEqual(operation.docs === undefined ? [] : [operation.docs]);
  });
});

function factsOf({ path, encoding, targets, rateLimit }: AnyOperation): RegExp[] {
  const facts = [new RegExp(`\`[A-Z]+ ${path.replace(/[.{}]/g, '\\$&')}\`, ${encoding}`, 'i')];
  if (targets) facts.push(new RegExp(`, ${targets.max} [a-z-]+ a call`));
  if (rateLimit) {
    const { limit, perSeconds, unit } = rateLimit;
    const what = unit === 'targets' ? '[a-z-]+' : 'requests?';
    facts.push(new RegExp(`, ${limit} ${what} an? ${PERIODS[perSeconds]}`));
  }
  return facts;
}
