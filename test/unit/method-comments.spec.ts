import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';
import { placedOperations, type AnyOperation } from '../support/operation-tables.js';

const LIBRARY = fileURLToPath(new URL('../../lib', import.meta.url));
const PERIODS: Readonly<Record<number, string>> = {
  1: 'second',
  60: 'minute',
  3_600: 'hour',
  86_400: 'day',
};

/** The comments of all service methods, by the name of the operation that they execute. */
const comments = new Map(
  readdirSync(LIBRARY, { recursive: true, encoding: 'utf8' })
    .filter((file) => /^[a-z-]+\/[a-z.-]+\.ts$/.test(file))
    .flatMap((file) => commentsIn(`${LIBRARY}/${file}`)),
);

// What an editor shows of a method is written by hand; its facts must be those of the literal.
describe.each(placedOperations)('the comment of %s', (name, operation) => {
  it('tells address, encoding, bounds and page of the operation', () => {
    const comment = comments.get(name) ?? '';
    for (const fact of factsOf(operation)) expect(comment).toMatch(fact);
    const pages = [...comment.matchAll(/@see (\S+)/g)].map(([, page]) => page);
    expect(pages).toEqual(operation.docs === undefined ? [] : [operation.docs]);
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

function commentsIn(file: string): (readonly [name: string, comment: string])[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(file, 'utf8'),
    ts.ScriptTarget.ESNext,
    true,
  );
  return source.statements.filter(ts.isClassDeclaration).flatMap(({ members }) =>
    members.filter(ts.isMethodDeclaration).flatMap((method) => {
      const executed = /execute\(\s*(\w+)Operations\.([\w.]+)/.exec(method.body?.getText() ?? '');
      if (!executed) return [];
      const text = ts
        .getJSDocCommentsAndTags(method)
        .map((comment) => comment.getText().replace(/\s+\* ?/g, ' '))
        .join(' ');
      return [[`${executed[1]}.${executed[2]}`, text] as const];
    }),
  );
}
