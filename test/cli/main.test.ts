import { test } from 'node:test';
import { cases } from './cases';
import { check } from './run-case';
import { scriptCases } from './script-cases';
import { inMemory } from './world';

for (const one of [...cases, ...scriptCases]) {
  test(`main: ${one.name}`, async () => check(one, await inMemory(one)));
}
