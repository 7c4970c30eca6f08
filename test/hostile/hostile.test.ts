import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { bytesSource, type Problem } from '../../core/model';
import { checkModel } from '../../core/onnx/check';
import { checkExternalData } from '../../core/onnx/external-data';
import { inferTypes } from '../../core/onnx/inference';
import { readModel } from '../../core/onnx/reader';
import { nodeWorkspace } from '../harness/node-workspace';
import { inShared, withoutShared } from '../harness/repository';

/** What the analysis of one file came to, as a child process tells it. */
interface Outcome {
  readonly name: string;
  readonly operators: number | undefined;
  readonly names: readonly string[];
  readonly read: readonly Problem[];
  readonly check: readonly Problem[];
  readonly external: readonly Problem[];
  readonly inference: readonly Problem[];
  /** Peak memory of the process so far, MB. */
  readonly megabytes: number;
}

const childFiles = process.env['PORTOLAN_HOSTILE_FILES'];
/** Problems shown of each kind: some files have 10,000. */
const few = 20;

if (childFiles !== undefined) {
  for (const file of childFiles.split(path.delimiter)) {
    const { model, problems } = readModel(bytesSource(readFileSync(file)));
    const outcome: Outcome = {
      name: path.basename(file, '.onnx'),
      operators: model?.graph?.operators.length,
      names: (model?.graph?.operators ?? []).slice(0, few).map(({ name }) => name.slice(0, 100)),
      read: problems,
      check: model === undefined ? [] : checkModel(model).slice(0, few),
      external: model === undefined ? [] : await checkExternalData(model, file, nodeWorkspace),
      inference: model === undefined ? [] : inferTypes(model).problems.slice(0, few),
      megabytes: process.resourceUsage().maxRSS / 1024,
    };
    assert.equal(Object.hasOwn(Object.prototype, 'polluted') || 'x' in {}, false);
    console.log(JSON.stringify(outcome, (_, value) => (typeof value === 'bigint' ? `${value}` : value)));
  }
  process.exit();
}

/** Files that are large or make much of little: each in a process of its own. */
const heavy = /^(?:12|13|15|16|19|24|25|51|67|68|69|70|71|72|89)_/;
const memoryLimit = 1024;
const secondsUntilKilled = 30;

let folder = '';
const outcomes = new Map<string, Outcome>();

function run(names: readonly string[]): void {
  const files = names.map((name) => path.join(folder, 'files', `${name}.onnx`)).join(path.delimiter);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [`--max-old-space-size=${memoryLimit}`, fileURLToPath(import.meta.url)],
    {
      env: { ...process.env, PORTOLAN_HOSTILE_FILES: files },
      encoding: 'utf8',
      timeout: secondsUntilKilled * 1000,
      killSignal: 'SIGKILL',
      maxBuffer: 1 << 28,
    },
  );
  assert.equal(status, 0, `${names}: ${stderr.slice(-2000)}`);
  for (const line of stdout.trim().split('\n')) {
    const outcome = JSON.parse(line) as Outcome;
    outcomes.set(outcome.name, outcome);
  }
}

interface Entry {
  readonly name: string;
  readonly expect: string;
}

const source = inShared('hostile');
const index: readonly Entry[] =
  source === undefined ? [] : (JSON.parse(readFileSync(path.join(source, 'INDEX.json'), 'utf8')) as Entry[]);

before(() => {
  if (source === undefined) return;
  folder = mkdtempSync(path.join(tmpdir(), 'portolan-hostile-'));
  copyFileSync(path.join(source, 'hostile.mjs'), path.join(folder, 'hostile.mjs'));
  assert.equal(spawnSync(process.execPath, ['hostile.mjs'], { cwd: folder }).status, 0);
  spawnSync('mkfifo', [path.join(folder, 'files', 'fifo.bin')]);
  const names = index.map(({ name }) => name);
  run(names.filter((name) => !heavy.test(name)));
  for (const name of names.filter((each) => heavy.test(each))) run([name]);
});

after(() => {
  if (folder !== '') rmSync(folder, { recursive: true, force: true });
});

const all = ({ read, check, external, inference }: Outcome) => [...read, ...check, ...external, ...inference];

/** The index's kinds of expectation, by how its text begins. */
const expectations: readonly (readonly [starts: string, meets: (outcome: Outcome) => void])[] = [
  [
    'rejected with a clear message',
    ({ read, megabytes }) => {
      assert.equal(read.length, 1);
      assert.equal(read[0]!.severity, 'error');
      assert.ok(read[0]!.byteOffset !== undefined && read[0]!.message.en.length > 20);
      assert.ok(megabytes < memoryLimit);
    },
  ],
  [
    'parses; reports the defect',
    (outcome) => {
      assert.notEqual(outcome.operators, undefined);
      const problems = all(outcome);
      assert.ok(problems.length > 0, 'nothing is reported');
      for (const { code, byteOffset, place } of problems)
        assert.ok(byteOffset !== undefined || place !== undefined, code);
      assert.ok(outcome.megabytes < 256, `${outcome.megabytes} MB`);
    },
  ],
  ['legal file', ({ read, check }) => assert.deepEqual([...read, ...check], [])],
  [
    'path not opened; diagnostic names the location',
    ({ external }) => {
      assert.equal(external.length, 1);
      assert.equal(external[0]!.severity, 'error');
      assert.match(external[0]!.message.en, /The external data ".+" of tensor "w" is refused.*It was not opened\./);
    },
  ],
];

/** Files whose expectation is their own, and those of which more can be said. */
const own: Readonly<Record<string, (outcome: Outcome) => void>> = {
  '04_lfs_pointer': ({ read }) => {
    assert.equal(read[0]!.code, 'onnx-file/git-lfs-pointer');
    assert.match(read[0]!.message.en, /12345678/);
  },
  '14_if_depth_60': ({ read, operators }) => assert.deepEqual([read, operators], [[], 1]),
  '17_function_self_call': ({ check }) => assert.equal(check[0]!.code, 'onnx/recursive-function'),
  '18_function_cycle': ({ check }) => assert.equal(check[0]!.code, 'onnx/recursive-function'),
  '19_function_bomb_2p40': ({ read, megabytes }) => assert.ok(read.length === 0 && megabytes < 256),
  '24_constantofshape_bomb': ({ read, check, megabytes }) =>
    assert.ok(read.length + check.length === 0 && megabytes < 256),
  '25_tile_chain': ({ operators, inference }) => {
    assert.equal(operators, 61);
    for (const { message } of inference) assert.doesNotMatch(message.en, /Infinity|NaN/);
  },
  '40_ext_hardlink': ({ external }) => {
    assert.deepEqual(external.map(({ code }) => code).sort(), [
      'onnx-external-data/hard-links',
      'onnx-external-data/past-end',
    ]);
    assert.match(external.find(({ code }) => code.endsWith('hard-links'))!.message.en, / 2 hard links/);
  },
  '41_ext_fifo': ({ external }) => assert.match(external[0]!.code, /not-a-file$|missing$/),
  '45b_ext_dunder': ({ external }) => assert.match(external.at(-1)!.message.en, /__proto__/),
  '50_proto_names': ({ names }) =>
    assert.deepEqual(names, ['__proto__', 'constructor', 'hasOwnProperty', 'toString', 'valueOf', '']),
  '51_name_10MB': ({ operators, check, inference, megabytes }) => {
    assert.ok(operators === 1 && megabytes < memoryLimit);
    for (const { message } of [...check, ...inference]) assert.ok(message.en.length < 1000);
  },
  '52_bad_utf8': ({ names }) => assert.deepEqual(names, ['\udcff\udcfe\udcc3(\udced\udca0\udc80']),
  '53_markup_names': ({ check }) => {
    for (const { message } of check) assert.doesNotMatch(message.en, /[\u001b\u202e\n]/);
  },
  '54_same_bytes_invalid_utf8_edges': ({ check }) =>
    assert.deepEqual(
      check.map(({ code }) => code),
      ['onnx/undefined-value'],
    ),
  '67_chain_200k': ({ operators, megabytes }) => assert.ok(operators === 200_000 && megabytes < memoryLimit),
  '68_fan_out_200k': ({ operators, megabytes }) => assert.ok(operators === 200_000 && megabytes < memoryLimit),
  '69_concat_200k_inputs': ({ operators, megabytes }) => assert.ok(operators === 1 && megabytes < memoryLimit),
  '70_empty_nodes_5M': ({ read, operators, megabytes }) => {
    assert.deepEqual(
      read.map(({ code }) => code),
      ['onnx-wire/too-large'],
    );
    assert.ok(operators! > 1_000_000 && megabytes < memoryLimit, `${operators} operators, ${megabytes} MB`);
  },
  '71_ints_5M': ({ operators, megabytes }) => assert.ok(operators === 1 && megabytes < 256),
  '72_empty_strings_5M': ({ operators, megabytes }) => assert.ok(operators === 1 && megabytes < 256),
  '89_loop_max': ({ read, megabytes }) => assert.ok(read.length === 0 && megabytes < 256),
  A7_wrong_wire_type: ({ read, check }) => {
    assert.deepEqual(read, []);
    assert.deepEqual(
      check.map(({ code }) => code),
      ['onnx/operator-without-type'],
    );
  },
};

test('the index of hostile files is the one that these tests know', { skip: withoutShared('hostile') }, () => {
  assert.equal(index.length, 100);
  assert.deepEqual([...outcomes.keys()].sort(), index.map(({ name }) => name).sort());
  for (const name of Object.keys(own)) assert.ok(outcomes.has(name), name);
});

if (source === undefined) test('hostile files', { skip: withoutShared('hostile') }, () => {});

for (const { name, expect } of index) {
  test(`${name}: ${expect}`, () => {
    const outcome = outcomes.get(name)!;
    const general = expectations.find(([starts]) => expect.startsWith(starts))?.[1];
    assert.ok(general !== undefined || own[name] !== undefined, 'nothing is expected of it');
    general?.(outcome);
    own[name]?.(outcome);
  });
}
