import { expect, it } from '@jest/globals';
import { pushExtCatalogue } from '../../lib/catalogue/push-ext.catalogue.js';
import { fieldsOf, type ImFieldRules } from '../../lib/client/input/field.js';
import { PushExt } from '../../lib/message/dto/push-ext.fields.js';

interface Place {
  readonly place: string;
  readonly required: boolean;
  readonly maxLength: number | undefined;
}

function places(fields: new () => object, around = ''): Place[] {
  return [...fieldsOf(fields).values()].flatMap(({ name, rules }) => {
    const own = { place: around + name, required: rules.optional !== true, ...lengthOf(rules) };
    if (rules.type !== 'fields') return [own];
    return [own, ...places(rules.fields, `${around}${name}${rules.items ? '[]' : ''}.`)];
  });
}

function lengthOf(rules: ImFieldRules): Pick<Place, 'maxLength'> {
  return { maxLength: rules.type === 'text' ? rules.maxLength : undefined };
}

function byPlace(list: readonly Place[]): readonly Place[] {
  return [...list].sort((a, b) => a.place.localeCompare(b.place));
}

it('The push options of messages have the fields of the catalogue', () => {
  const documented = pushExtCatalogue.pushExt.map(({ name, required, maxLength }) => ({
    place: name,
    required,
    maxLength,
  }));
  expect(byPlace(places(PushExt))).toEqual(byPlace(documented));
});
