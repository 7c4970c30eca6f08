import type { FunctionDefinition, Graph, Integer, Operator } from '../../model';
import { isStandardDomain, schemaOf } from '../schemas';
import { checkGraph, checkInputs, checkOutputs, Producers } from './check-graph';
import { checkOperator } from './check-operator';
import { type Checking, type OpsetImports, quoted } from './checking';
import { checkedOpsets } from './opsets';
import { ValueScope } from './value-scope';

/** What onnx.checker asks of a FunctionProto: names, single assignment, order, operators, versions. */
export function checkFunction(checking: Checking, fn: FunctionDefinition, modelOpsets: OpsetImports): void {
  const { body } = fn;
  if (fn.name === '') {
    checking.error('function-without-name', { en: 'A function has no name.', zh: '有一个函数没有名称。' }, fn);
  }
  if (fn.lacks?.includes('domain')) {
    checking.error(
      'function-without-domain',
      { en: `Function ${quoted(fn.name)} has no domain.`, zh: `函数 ${quoted(fn.name)} 没有域（domain）。` },
      fn,
    );
  }
  const opsets = checkedOpsets(checking, fn.opsetImports, fn);
  if (opsets.size === 0 && body.operators.length > 0) {
    checking.error(
      'missing-opset-import',
      {
        en: `Function ${quoted(fn.name)} imports no opset: the versions of its operators are unknown.`,
        zh: `函数 ${quoted(fn.name)} 没有导入任何 opset：无法确定其算子版本。`,
      },
      fn,
    );
  }
  const scope = new ValueScope(body);
  for (const { id } of body.inputs) scope.add(id);
  for (const [role, zh, names] of [
    ['inputs', '输入', body.inputs.map(({ name }) => name)],
    ['outputs', '输出', body.outputs.map(({ name }) => name)],
    ['attributes', '属性', fn.attributeNames],
  ] as const) {
    for (const name of repeated(names)) {
      checking.error(
        'repeated-function-parameter',
        {
          en: `Two ${role} of function ${quoted(fn.name)} have the name ${quoted(name)}.`,
          zh: `函数 ${quoted(fn.name)} 有两个${zh}同名：${quoted(name)}。`,
        },
        fn,
      );
    }
  }
  const context = {
    graph: body,
    opsets,
    // onnx.checker treats the operators of a function as those of the model's graph, subgraphs of theirs apart.
    isMainGraph: true,
    subgraph: (graph: Graph) => checkGraph({ checking, opsets, isMainGraph: false }, graph, scope),
  };
  const producers = new Producers(body);
  for (const operator of body.operators) {
    checkInputs(checking, body, operator, (value) => scope.hasHere(value), producers);
    if (checking.options.skipOpsetCompatibility !== true) {
      checkCompatibility(checking, body, operator, opsets, modelOpsets);
    }
    checkOperator(checking, operator, context);
    checkOutputs(checking, body, operator, scope);
  }
  for (const output of body.outputs) {
    if (scope.hasHere(output.id)) continue;
    checking.warning(
      'output-not-computed',
      {
        en: `Output ${quoted(output.name)} of function ${quoted(fn.name)} is computed by no operator of it.`,
        zh: `函数 ${quoted(fn.name)} 的输出 ${quoted(output.name)} 没有任何算子产生。`,
      },
      output,
    );
  }
}

function repeated(names: readonly string[]): Set<string> {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const name of names) {
    if (seen.has(name)) twice.add(name);
    seen.add(name);
  }
  return twice;
}

/** An operator must mean the same at the version that the function imports and at the one that the model imports. */
function checkCompatibility(
  checking: Checking,
  graph: Graph,
  operator: Operator,
  opsets: OpsetImports,
  modelOpsets: OpsetImports,
): void {
  const { domain, opType } = operator;
  const own = opsets.get(domain);
  const outer = modelOpsets.get(domain);
  if (own === undefined) {
    // Where 'ai.onnx' stands for '', checkOperator finds the version and onnx.checker still refuses the function.
    if (domain !== '' || !opsets.has('ai.onnx')) return;
    checking.error(
      'missing-opset-import',
      {
        en: `The function imports the standard domain as "ai.onnx"; onnx.checker knows it by the empty name only.`,
        zh: `函数以 "ai.onnx" 导入标准域；onnx.checker 只接受空名称。`,
      },
      { graph, operator },
    );
    return;
  }
  if (outer === undefined || own === outer) return;
  const [since, sinceOuter] = [sinceOf(domain, opType, own), sinceOf(domain, opType, outer)];
  if (since === sinceOuter) return;
  checking.error(
    'incompatible-opset-import',
    {
      en: `Operator ${quoted(opType)} is not the same in version ${own} of domain ${quoted(domain)}, which the function imports, and in version ${outer}, which the model imports.`,
      zh: `算子 ${quoted(opType)} 在函数导入的版本 ${own} 与模型导入的版本 ${outer}（域 ${quoted(domain)}）中定义不同。`,
    },
    { graph, operator },
  );
}

function sinceOf(domain: string, opType: string, opset: Integer): number | undefined {
  return domain === 'ai.onnx' || !isStandardDomain(domain) ? undefined : schemaOf(domain, opType, opset)?.since;
}
