import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { lintModel, mergeSettings } from '../../../core/lint';
import { bytesSource, isKnown, type ValueType } from '../../../core/model';
import { checkModel, describeModel, inferTypes, readModel } from '../../../core/onnx';
import { memoryWorkspace } from '../../../test/harness/memory-workspace';
import { inShared } from '../../../test/harness/repository';
import { type RecordedType, relate } from '../../../test/onnx-inference/recorded-type';
import { unfounded } from '../../../test/onnx-inference/unfounded';
import type { Row } from '../row';

function lines<T>(file: string): T[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
}

function modelAt(file: string) {
  return readModel(bytesSource(readFileSync(file)));
}

/** ONNX's own unit tests of inference: calls that pass there give the same types here, calls that fail are reported. */
export function upstreamRows(): Row[] {
  const what = 'recorded upstream inference cases';
  const bar = 'all the same, where they follow from the model; all that fail reported';
  const folder = inShared('corpus', 'onnx-upstream-tests');
  if (folder === undefined) return [absent(what, bar)];
  const cases = lines<{
    kind: string;
    test: string;
    model: string;
    checkType: boolean;
    dataProp: boolean;
    error: string | null;
    types?: Record<string, RecordedType>;
  }>(path.join(folder, 'cases.jsonl')).filter(({ kind }) => kind === 'infer');
  const counts = { same: 0, stronger: 0, weaker: 0, different: 0, reported: 0, silent: 0 };
  let left = 0;
  for (const { test, model: name, checkType, dataProp, error, types } of cases) {
    const model = modelAt(path.join(folder, 'models', `${name}.onnx`)).model!;
    const { root, problems } = inferTypes(model, { dataPropagation: dataProp, checkTypes: checkType });
    if (error !== null) {
      counts[problems.length + checkModel(model).length > 0 ? 'reported' : 'silent'] += 1;
      continue;
    }
    const relations = Object.entries(types!).map(([value, type]) => relate(type, root!.typeOf(value)));
    const worst = (['different', 'weaker', 'stronger'] as const).find((one) => relations.includes(one));
    if (worst === 'weaker' && unfounded.test(test)) left += 1;
    else counts[worst ?? 'same'] += 1;
  }
  const { same, stronger, weaker, different, reported, silent } = counts;
  const passing = same + stronger + weaker + different + left;
  return [
    {
      what,
      bar,
      measured: `${same} of ${passing} the same (${stronger} say more, ${weaker} less, ${different} differ, ${left} unknown here because ONNX's answer does not follow); ${reported} of ${reported + silent} reported`,
      met: weaker + different + silent === 0,
    },
  ];
}

/** ONNX's backend test models, their declared output types removed: what is inferred beside the shapes of real runs. */
export function backendRows(): Row[] {
  const what = 'onnx-backend-tests, declared output types removed';
  const bar = '0 wrong, >= 76 % exact';
  const folder = inShared('corpus', 'onnx-backend-tests');
  if (folder === undefined) return [absent(what, bar)];
  const runs = lines<{ model: string; outputs: { name: string; dtype: number; dims?: number[] }[] }>(
    path.join(folder, 'shapes.jsonl'),
  );
  let [outputs, exact, wrong] = [0, 0, 0];
  for (const { model: file, outputs: actual } of runs) {
    const { root } = inferTypes(modelAt(path.join(folder, file)).model!, { ignoreDeclaredOutputs: true });
    for (const { name, dtype, dims } of actual) {
      outputs += 1;
      const verdict = dims === undefined ? 'open' : compare(root!.typeOf(name), dtype, dims);
      if (verdict === 'exact') exact += 1;
      if (verdict === 'wrong') wrong += 1;
    }
  }
  const share = exact / outputs;
  const measured = `${wrong} wrong, ${(share * 100).toFixed(1)} % exact (${exact} of ${outputs} outputs)`;
  return [{ what, bar, measured, met: wrong === 0 && share >= 0.76 }];
}

function compare(type: ValueType | undefined, dtype: number, dims: readonly number[]): 'exact' | 'open' | 'wrong' {
  if (type?.kind !== 'tensor' || type.elementType === 0) return 'open';
  if (type.elementType !== dtype) return 'wrong';
  if (type.shape === undefined) return 'open';
  if (type.shape.length !== dims.length) return 'wrong';
  const known = type.shape.map((dimension, index) =>
    isKnown(dimension) ? Number(dimension) === dims[index] : undefined,
  );
  if (known.includes(false)) return 'wrong';
  return known.includes(undefined) ? 'open' : 'exact';
}

/** Real models of many projects: nothing throws, the counts are those of the answers, what onnx.checker refuses is told. */
export async function corpusRows(): Promise<Row[]> {
  const what = 'corpus of real models';
  const bar = 'no throw, counts equal, all refused reported';
  const folder = inShared('corpus', 'onnx');
  if (folder === undefined) return [absent(what, bar)];
  const answers = lines<{ file: string; parsed: boolean; nodes: number; onnxCheck?: string | null }>(
    path.join(folder, 'ANSWERS.jsonl'),
  );
  const workspace = memoryWorkspace(new Map());
  let [thrown, equal, parsedFiles, refused, reported] = [0, 0, 0, 0, 0];
  for (const { file, parsed, nodes, onnxCheck } of answers) {
    const source = bytesSource(readFileSync(path.join(folder, file)));
    try {
      const { problems, facts } = await lintModel({ path: `/${file}`, source, workspace }, mergeSettings());
      // The answers count functions without their subgraphs.
      const bodies = new Set(facts?.model.functions.map(({ body }) => body));
      const counted = facts?.graphs
        .filter(({ graph }) => graph.path.startsWith('/') || bodies.has(graph))
        .reduce((count, { operators }) => count + operators.length, 0);
      if (parsed) parsedFiles += 1;
      if (parsed && counted === nodes) equal += 1;
      if (!parsed || onnxCheck) refused += 1;
      if ((!parsed || onnxCheck) && problems.some(({ severity }) => severity === 'error')) reported += 1;
    } catch {
      thrown += 1;
    }
  }
  return [
    {
      what: `${what} (${answers.length})`,
      bar,
      measured: `${thrown} thrown; ${equal} of ${parsedFiles} counts equal; ${reported} of ${refused} reported`,
      met: thrown === 0 && equal === parsedFiles && reported === refused,
    },
  ];
}

/** MACs of models that another program has counted completely. */
export function macsRows(): Row[] {
  const what = 'reference MACs';
  const facts = inShared('facts', 'onnx', 'reference-macs.json');
  if (facts === undefined) return [absent(what, 'equal')];
  const references: Record<string, { macs: number; unknown: number }> = JSON.parse(readFileSync(facts, 'utf8'));
  let [equal, compared] = [0, 0];
  for (const [key, { macs, unknown }] of Object.entries(references)) {
    const [repository = '', , ...rest] = key.split('/');
    const file = [
      inShared('corpus/onnx', repository, ...rest),
      inShared('corpus/onnx-backend-tests', rest.join('/').replace('onnx/backend/test/data/', '')),
    ].find((found) => found !== undefined && existsSync(found));
    if (file === undefined || unknown > 0) continue;
    compared += 1;
    const model = modelAt(file).model!;
    if (describeModel(file, model, inferTypes(model)).total.macs === macs) equal += 1;
  }
  return [{ what, bar: 'equal', measured: `${equal} of ${compared} equal`, met: equal === compared }];
}

function absent(what: string, bar: string): Row {
  return { what, bar, measured: 'not measured: ../shared is absent' };
}
