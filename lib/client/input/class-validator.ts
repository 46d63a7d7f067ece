// What this package takes of class-validator. Its main file also loads every rule there is and the telephone numbers of
// all countries, which would double the time that it takes to import this package. In Node.js the main file is
// made of these same modules; and all rules are in one global storage, whichever file they were declared through.
export { ValidateBy } from 'class-validator/cjs/decorator/common/ValidateBy.js';
export { getMetadataStorage } from 'class-validator/cjs/metadata/MetadataStorage.js';
export { Validator } from 'class-validator/cjs/validation/Validator.js';
