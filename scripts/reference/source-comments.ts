import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { resultComments, type ResultComments } from './result-comments.js';

const LIBRARY = fileURLToPath(new URL('../../lib', import.meta.url));
const AREA_FILE = /^[a-z-]+\/(dto\/)?[a-z\d.-]+\.ts$/;

/** A comment as its author wrote it, without the stars; the tags apart. */
export interface Comment {
  readonly text: string;
  readonly throws: readonly string[];
  readonly see: readonly string[];
}

/** A property of an input class as it stands in the source. */
export interface SourceField {
  readonly type: string;
  readonly comment: Comment;
}

/** What the source says of the services and their inputs, and no running program knows. */
export interface SourceComments {
  /** Comments of service methods, by the name of the operation that they execute. */
  readonly methods: ReadonlyMap<string, Comment>;
  /** Comments of classes, by their name. */
  readonly classes: ReadonlyMap<string, Comment>;
  /** Properties of classes, own ones only, by `Class.property`. */
  readonly fields: ReadonlyMap<string, SourceField>;
  /** Comments of results, by the name of the operation. */
  readonly results: ReadonlyMap<string, ResultComments>;
}

/** Reads the areas of `lib/`. */
export function readSourceComments(): SourceComments {
  const sources = readdirSync(LIBRARY, { recursive: true, encoding: 'utf8' })
    .filter((file) => AREA_FILE.test(file))
    .map((file) => parsed(`${LIBRARY}/${file}`));
  const classes = sources.flatMap(({ statements }) => statements.filter(ts.isClassDeclaration));
  return {
    methods: new Map(classes.flatMap(methodsOf)),
    classes: new Map(classes.map((declaration) => [nameOf(declaration), commentOf(declaration)])),
    fields: new Map(classes.flatMap(fieldsOf)),
    results: resultComments(sources),
  };
}

function parsed(file: string): ts.SourceFile {
  return ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ESNext, true);
}

function methodsOf({ members }: ts.ClassDeclaration): (readonly [string, Comment])[] {
  return members.filter(ts.isMethodDeclaration).flatMap((method) => {
    const executed = /execute\(\s*(\w+)Operations\.([\w.]+)/.exec(method.body?.getText() ?? '');
    if (!executed) return [];
    return [[`${executed[1]}.${executed[2]}`, commentOf(method)] as const];
  });
}

function fieldsOf(declaration: ts.ClassDeclaration): (readonly [string, SourceField])[] {
  return declaration.members.filter(ts.isPropertyDeclaration).map((property) => {
    const type = (property.type?.getText() ?? '').replace(/ \| undefined$/, '');
    const { name } = property;
    const key = ts.isStringLiteral(name) ? name.text : name.getText();
    const place = `${nameOf(declaration)}.${key}`;
    return [place, { type, comment: commentOf(property) }] as const;
  });
}

function nameOf({ name }: ts.ClassDeclaration): string {
  return name?.text ?? '';
}

/** The comment of a declaration. */
export function commentOf(node: ts.Node): Comment {
  const blocks = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  const tags = blocks.flatMap((block) => block.tags ?? []);
  const tagged = (name: string): string[] =>
    tags.filter((tag) => tag.tagName.text === name).map((tag) => plainText(tag));
  const text = blocks.map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? '').join('\n');
  return { text, throws: tagged('throws'), see: tagged('see') };
}

/** The text of a tag behind its name; the parser takes addresses apart as if they were types. */
function plainText(tag: ts.JSDocTag): string {
  return tag
    .getText()
    .replace(/^@\w+\s*/, '')
    .replace(/\s*\n?\s*\*\s*/g, ' ')
    .trim();
}
