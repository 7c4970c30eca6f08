import { test } from 'node:test';
import { builtProgram } from './built-program';
import { cases } from './cases';
import { reportCases } from './report-cases';
import { check } from './run-case';
import { scriptCases } from './script-cases';
import { asProcess } from './world';

const bin = builtProgram('process');

for (const one of [...cases, ...scriptCases, ...reportCases].filter(({ columns }) => columns === undefined)) {
  test(`process: ${one.name}`, { concurrency: true }, async () => check(one, await asProcess(one, bin)));
}
