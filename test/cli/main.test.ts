import { test } from 'node:test';
import { cases } from './cases';
import { reportCases } from './report-cases';
import { check } from './run-case';
import { scriptCases } from './script-cases';
import { inMemory } from './world';

for (const one of [...cases, ...scriptCases, ...reportCases]) {
  test(`main: ${one.name}`, async () => check(one, await inMemory(one)));
}
