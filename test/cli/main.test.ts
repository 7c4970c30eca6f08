import { test } from 'node:test';
import { cases } from './cases';
import { check } from './run-case';
import { inMemory } from './world';

for (const one of cases) {
  test(`main: ${one.name}`, async () => check(one, await inMemory(one)));
}
