import assert from 'node:assert/strict';
import { test } from 'node:test';
import { admits, parseSpecifier, parseVersion } from '../../core/model';

const cases: readonly (readonly [specifier: string, release: string, admitted: boolean | undefined])[] = [
  ['', '2.8.0', true],
  ['==2.8', '2.8.0', true],
  ['==2.4.1', '2.4.0', false],
  ['==2.4.*', '2.4.0', true],
  ['!=2.4.*', '2.4.0', false],
  ['>=2.1,<2.4', '2.3.1', true],
  ['>=2.1,<2.4', '2.4.0', false],
  ['>2.10', '2.11.0', true],
  ['>2.10', '2.9.0', false],
  ['~=2.4.1', '2.5.1', false],
  ['~=2.4', '2.9.0', true],
  ['^2.1', '2.13.0', true],
  ['^2.1', '1.11.0', false],
  ['^0.3', '0.4.0', false],
  ['~2.4', '2.4.0', true],
  ['~2.4', '2.5.1', false],
  ['=2.3', '2.3.1', true],
  ['=2.3.1=py3.10_cuda12.1', '2.3.1', true],
  ['2.8.0', '2.8.0', true],
  ['(>=2.0)', '2.8.0', true],
  ['== 2.8.0+cu126', '2.8.0', true],
  ['*', '2.8.0', true],
  ['@ git+https://a.b/c', '2.8.0', undefined],
];

for (const [specifier, release, admitted] of cases) {
  const answer = admitted === undefined ? 'is not understood' : admitted ? 'admits' : 'leaves out';
  test(`torch${specifier} ${answer} ${release}`, () => {
    const clauses = parseSpecifier(specifier);
    assert.equal(clauses && admits(clauses, parseVersion(release)!.numbers), admitted);
  });
}
