import 'reflect-metadata';
import assert from 'node:assert/strict';
import { ImUserService } from 'nestjs-rongcloud-im';

void import('nestjs-rongcloud-im').then((imported) => {
  assert.equal(imported.ImUserService, ImUserService);
  console.log('one class identity');
});
