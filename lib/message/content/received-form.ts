import { fieldsOf, type ImFieldRules } from '../../client/input/field.js';

/**
 * Whether received content has the types of a class. Bounds and fields that are not known here make
 * no difference: other clients, and later ones, write as they like.
 */
export function hasForm(fields: new () => object, content: unknown): boolean {
  if (typeof content !== 'object' || content === null || Array.isArray(content)) return false;
  for (const { name, rules } of fieldsOf(fields).values()) {
    const value: unknown = Reflect.get(content, name);
    if (value === undefined ? rules.optional !== true : !isOfType(rules, value)) return false;
  }
  return true;
}

function isOfType(rules: ImFieldRules, value: unknown): boolean {
  const isList = 'list' in rules || 'items' in rules;
  if (!isList) return isItemOfType(rules, value);
  return Array.isArray(value) && value.every((item) => isItemOfType(rules, item));
}

function isItemOfType(rules: ImFieldRules, value: unknown): boolean {
  switch (rules.type) {
    case 'id':
    case 'text':
      return typeof value === 'string';
    case 'choice':
      return rules.choices.some((choice) => choice === value);
    case 'integer':
    case 'number':
    case 'instant':
      return typeof value === 'number';
    case 'flag':
      return typeof value === 'boolean';
    case 'json':
    case 'indexed':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    case 'fields':
      return hasForm(rules.fields, value);
  }
}
