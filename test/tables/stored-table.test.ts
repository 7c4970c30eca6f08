import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readStoredTable } from '../../core/model';
import tpuMlir from '../../rules/operators/tpu-mlir.json';
import { storedTable } from '../harness/build-scripts';
import { inRepository } from '../harness/repository';

interface Table {
  readonly route: string;
  readonly operators: Readonly<Record<string, { readonly verdict: string }>>;
  readonly texts: readonly { readonly en: string }[];
  readonly none: readonly object[];
  readonly sources: readonly (readonly number[])[];
}

type Lists = 'operators' | 'texts' | 'none' | 'sources';

const rows = JSON.parse('{"Conv": {"verdict": "native"}, "__proto__": {"verdict": "unknown"}}') as Table['operators'];
const table: Table = {
  route: 'atc',
  operators: rows,
  texts: [{ en: 'two\nlines \u2028 of \\n a | text' }, { en: '' }],
  none: [],
  sources: [[1, 2], [], [3]],
};

async function stored() {
  return readStoredTable<Table, Lists>(await storedTable(table, ['operators', 'texts', 'none', 'sources']));
}

test('rows of a stored table are those of the table', async () => {
  const { route, operators, texts, sources } = await stored();
  assert.equal(route, 'atc');
  assert.deepEqual([...operators.names], ['Conv', '__proto__']);
  assert.deepEqual(operators.get('Conv'), { verdict: 'native' });
  assert.deepEqual(operators.get('__proto__'), { verdict: 'unknown' });
  assert.deepEqual([texts.at(0), texts.at(1)], table.texts);
  assert.deepEqual([sources.at(0), sources.at(1), sources.at(2)], table.sources);
});

test('names that a stored table does not have give no row', async () => {
  const { operators } = await stored();
  for (const name of ['constructor', 'toString', '']) assert.equal(operators.get(name), undefined);
});

test('a row of a stored table is one object, however often it is asked for', async () => {
  const { operators, texts } = await stored();
  assert.equal(operators.get('Conv'), operators.get('Conv'));
  assert.equal(texts.at(0), texts.at(0));
});

test('a capability table is bundled with a row to a line, and is the one in the repository', () => {
  const file = JSON.parse(readFileSync(inRepository('rules/operators/tpu-mlir.json'), 'utf8')) as Table;
  const text = tpuMlir.toString();
  const { operators, texts, sources, ...rest } = readStoredTable<Table, Lists>(text);
  const names = Object.keys(file.operators);
  assert.equal(text.split('\n').length, 1 + names.length + file.texts.length + file.sources.length);
  assert.deepEqual([...operators.names], names);
  for (const name of names) assert.deepEqual(operators.get(name), file.operators[name]);
  for (const [index, row] of file.texts.entries()) assert.deepEqual(texts.at(index), row);
  for (const [index, row] of file.sources.entries()) assert.deepEqual(sources.at(index), row);
  assert.deepEqual({ ...file, ...rest }, file);
});
