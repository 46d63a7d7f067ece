import ts from 'typescript';
import { commentOf } from './source-comments.js';

/** The comments of a result's fields, by their place: `users[].status`. */
export type ResultComments = ReadonlyMap<string, string>;

type Shape = ts.InterfaceDeclaration | ts.TypeAliasDeclaration;

/** What the source says of the results of operations, by the name of the operation. */
export function resultComments(
  sources: readonly ts.SourceFile[],
): ReadonlyMap<string, ResultComments> {
  const shapes = new Map(sources.flatMap(shapesOf));
  return new Map(
    sources
      .flatMap(operationsIn)
      .map(([name, result]) => [name, new Map(typeComments(result, '', shapes))]),
  );
}

function shapesOf({ statements }: ts.SourceFile): (readonly [string, Shape])[] {
  return statements
    .filter(
      (statement) => ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement),
    )
    .map((shape) => [shape.name.text, shape] as const);
}

/** The operations that a file declares, `operation<Result>()({ name: … })`, and the results of each. */
function operationsIn(node: ts.Node): (readonly [string, ts.TypeNode])[] {
  const declared = ts.isCallExpression(node) ? operationOf(node) : undefined;
  if (declared) return [declared];
  const found: (readonly [string, ts.TypeNode])[] = [];
  node.forEachChild((child) => void found.push(...operationsIn(child)));
  return found;
}

function operationOf({
  expression,
  arguments: [literal],
}: ts.CallExpression): readonly [string, ts.TypeNode] | undefined {
  if (!ts.isCallExpression(expression) || !literal || !ts.isObjectLiteralExpression(literal)) {
    return undefined;
  }
  const [result] = expression.typeArguments ?? [];
  const name = literal.properties
    .filter(ts.isPropertyAssignment)
    .find((property) => property.name.getText() === 'name')?.initializer;
  return result && name && ts.isStringLiteral(name) ? [name.text, result] : undefined;
}

/** The comments inside a type, through the types of this project that it is made of. */
function typeComments(
  type: ts.TypeNode,
  place: string,
  shapes: ReadonlyMap<string, Shape>,
): (readonly [string, string])[] {
  const inside = (inner: ts.TypeNode, at = place) => typeComments(inner, at, shapes);
  if (ts.isTypeLiteralNode(type)) return memberComments(type.members, place, shapes);
  if (ts.isArrayTypeNode(type)) return inside(type.elementType, `${place}[]`);
  if (ts.isTypeOperatorNode(type) || ts.isParenthesizedTypeNode(type)) return inside(type.type);
  if (ts.isUnionTypeNode(type) || ts.isIntersectionTypeNode(type)) {
    return type.types.flatMap((part) => inside(part));
  }
  const shape = ts.isTypeReferenceNode(type) ? shapes.get(type.typeName.getText()) : undefined;
  return shape ? shapeComments(shape, place, shapes) : [];
}

function shapeComments(
  shape: Shape,
  place: string,
  shapes: ReadonlyMap<string, Shape>,
): (readonly [string, string])[] {
  if (ts.isTypeAliasDeclaration(shape)) return typeComments(shape.type, place, shapes);
  const inherited = (shape.heritageClauses ?? [])
    .flatMap(({ types }) => types)
    .flatMap(({ expression }) => shapes.get(expression.getText()) ?? [])
    .flatMap((parent) => shapeComments(parent, place, shapes));
  return [...inherited, ...memberComments(shape.members, place, shapes)];
}

function memberComments(
  members: readonly ts.TypeElement[],
  place: string,
  shapes: ReadonlyMap<string, Shape>,
): (readonly [string, string])[] {
  return members.filter(ts.isPropertySignature).flatMap((member) => {
    const at = (place === '' ? '' : `${place}.`) + member.name.getText();
    const { text } = commentOf(member);
    const own = text === '' ? [] : [[at, text] as const];
    return [...own, ...(member.type ? typeComments(member.type, at, shapes) : [])];
  });
}
