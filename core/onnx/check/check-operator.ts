import type { Graph, Integer, Localized, Operator } from '../../model';
import { isStandardDomain, runtimeSchemaOf, schemaOf } from '../schemas';
import { checkAgainstSchema } from './check-against-schema';
import { checkAttribute } from './check-attribute';
import { type Checking, type OpsetImports, quoted } from './checking';

/** What the operators of a graph are checked by. */
export interface OperatorContext {
  readonly graph: Graph;
  readonly opsets: OpsetImports;
  readonly isMainGraph: boolean;
  /** Called with every graph in an attribute. */
  subgraph(graph: Graph): void;
}

/** Domains in which an operator without a schema is an error: nobody but ONNX may define any. */
const closedDomains: ReadonlySet<string> = new Set(['', 'ai.onnx', 'ai.onnx.ml', 'ai.onnx.training']);

/** Operators that were once experiments: onnx.checker lets them pass (onnx/checker.cc, experimental_ops). */
const experimental: ReadonlySet<string> = new Set([
  'ATen',
  'Affine',
  'ConstantFill',
  'Crop',
  'DynamicSlice',
  'GRUUnit',
  'GivenTensorFill',
  'ImageScaler',
  'ParametricSoftplus',
  'Scale',
  'ScaledTanh',
]);

/** What onnx.checker asks of a NodeProto, its attributes, and the schema that its graph imports. */
export function checkOperator(checking: Checking, operator: Operator, context: OperatorContext): void {
  const { graph } = context;
  const subject = { graph, operator };
  const { opType, domain, attributes } = operator;
  if (opType === '') {
    checking.error(
      'operator-without-type',
      {
        en: 'An operator has no op_type: nothing says what it computes.',
        zh: '算子没有 op_type：无法得知其计算内容。',
      },
      subject,
    );
  }
  if (operator.inputCount === 0 && operator.outputCount === 0) {
    checking.error(
      'operator-without-values',
      {
        en: `Operator ${quoted(opType)} has neither inputs nor outputs.`,
        zh: `算子 ${quoted(opType)} 既没有输入也没有输出。`,
      },
      subject,
    );
  }
  const seen = new Set<string>();
  for (const attribute of attributes) {
    if (seen.has(attribute.name)) {
      checking.error(
        'repeated-attribute',
        {
          en: `Attribute ${quoted(attribute.name)} is given more than once.`,
          zh: `属性 ${quoted(attribute.name)} 出现多次。`,
        },
        subject,
      );
    }
    seen.add(attribute.name);
    checkAttribute(checking, attribute, subject, context.isMainGraph, context.subgraph);
  }
  const opset = context.opsets.get(domain) ?? (domain === '' ? context.opsets.get('ai.onnx') : undefined);
  if (opset === undefined) {
    // Where nothing is imported at all, that was said of the model or function.
    if (context.opsets.size === 0) return;
    checking.error(
      'missing-opset-import',
      {
        en: `Operator ${quoted(opType)} is of domain ${quoted(domain)}, which is not among the opset imports: its version is unknown.`,
        zh: `算子 ${quoted(opType)} 属于域 ${quoted(domain)}，但 opset 导入中没有该域：无法确定其版本。`,
      },
      subject,
    );
    return;
  }
  if (opType === '' || (experimental.has(opType) && (domain === '' || domain === 'ai.onnx'))) return;
  // onnx.checker knows the standard domain by its empty name only.
  const schema = domain === 'ai.onnx' || !isStandardDomain(domain) ? undefined : schemaOf(domain, opType, opset);
  if (schema === undefined) {
    if (!closedDomains.has(domain) && checking.options.customDomains !== true) return;
    checking.error('unknown-operator', unknownOperator(domain, opType, opset), subject);
  } else if (schema.deprecated) {
    checking.error(
      'deprecated-operator',
      {
        en: `Operator ${opType} is deprecated since version ${schema.since}, and the model imports ${opset}. Export with an older opset, or replace it.`,
        zh: `算子 ${opType} 自版本 ${schema.since} 起已弃用，而模型导入的版本为 ${opset}。请用更低的 opset 导出，或替换该算子。`,
      },
      subject,
    );
  } else {
    checkAgainstSchema(checking, schema, subject);
  }
}

function unknownOperator(domain: string, opType: string, opset: Integer): Localized {
  if (domain === 'ai.onnx') {
    return {
      en: `Operator ${quoted(opType)} spells the standard domain as "ai.onnx"; onnx.checker knows it by the empty name only. Clear the domain.`,
      zh: `算子 ${quoted(opType)} 将标准域写作 "ai.onnx"；onnx.checker 只接受空名称。请清空 domain。`,
    };
  }
  const runtimes = runtimeSchemaOf(domain, opType, opset) !== undefined;
  return {
    en: `ONNX defines no operator ${quoted(opType)} in version ${opset} of domain ${quoted(domain)}.${
      runtimes
        ? ' ONNX Runtime has one of that name, which its optimizer writes: other tools want the model from before.'
        : ''
    }`,
    zh: `ONNX 的域 ${quoted(domain)} 版本 ${opset} 中没有定义算子 ${quoted(opType)}。${
      runtimes ? 'ONNX Runtime 有同名的自有算子（由其优化器写入）：其他工具请使用优化之前的模型。' : ''
    }`,
  };
}
