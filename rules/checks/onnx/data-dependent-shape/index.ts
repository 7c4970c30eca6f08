import type { Evidence, GraphRoute, GraphRule, Localized, OperatorFacts } from '../../../../core/model';
import { operatorType } from '../../reasons/reason-rule';
import { ruleOfReason } from '../../reasons/rule-of-reason';
import { issue, tpuMlir } from '../../sources';
import { dataDependentOperators } from './data-dependence';
import en from './en.md';
import zh from './zh-cn.md';

const consequences: Readonly<Record<GraphRoute, { why: Localized; evidence: readonly Evidence[] }>> = {
  'tpu-mlir': {
    why: {
      en: 'What follows cannot be compiled for a fixed shape: tpu-mlir cuts the graph there into a dynamic subnet that the firmware drives, or fails.',
      zh: '其后的部分无法按固定形状编译：tpu-mlir 会在此把计算图切出由固件驱动的动态子网，或直接失败。',
    },
    evidence: [tpuMlir('lib/Dialect/Tpu/Transforms/SubnetDivide.cpp:487-555')],
  },
  atc: {
    why: {
      en: 'What follows has no shape at compile time, so atc has to compile it for dynamic shapes.',
      zh: '其后的部分在编译期没有形状，atc 只能按动态形状编译。',
    },
    evidence: [
      {
        source: 'onnx/onnx',
        version: 'f7546912001b',
        where: 'docs/Operators.md: the output shape is a function of input values',
      },
    ],
  },
  'ort-cann': {
    why: {
      en: 'What follows has a shape that changes from run to run, and the CANN provider builds an offline model for each shape.',
      zh: '其后的形状每次运行都可能不同，而 CANN 执行提供程序会为每种形状重新编译离线模型。',
    },
    evidence: [issue('microsoft/onnxruntime', 24498, '2025-04-22')],
  },
};

/** An operator whose output shape is a function of values, not of shapes. */
export const rule: GraphRule = {
  input: 'graph',
  code: 'onnx/data-dependent-shape',
  severity: 'warning',
  title: { en: 'Output shape that depends on the data', zh: '输出形状取决于数据内容' },
  documentation: { en, zh },
  check({ facts, assessment, report }) {
    const { why, evidence } = consequences[assessment.route];
    for (const graph of facts.graphs) {
      for (const { operator, input } of dataDependentOperators(graph)) {
        // The route's own word on this operator tells the same, and more precisely.
        if (
          assessment
            .of(graph.graph, operator.operator)
            .reasons.some((reason) => reason.outcome === 'broken' && ruleOfReason(reason))
        ) {
          continue;
        }
        const what = shapeOf(operator, input);
        report({
          message: { en: `${what.en} ${why.en}`, zh: `${what.zh}${why.zh}` },
          advice: {
            en: 'Give the operator a constant (fold shape arithmetic with onnxsim), bound it by a fixed size with a mask, or move it behind the model.',
            zh: '将其改为常量（可用 onnxsim 折叠形状计算），或用固定上限加掩码代替，或移到模型之后处理。',
          },
          evidence,
          verdict: 'limited',
          operator,
        });
      }
    }
  },
};

function shapeOf(operator: OperatorFacts, input: number | undefined): Localized {
  const op = operatorType(operator);
  if (input === undefined) {
    return {
      en: `${op} has as many outputs as the data decide.`,
      zh: `${op} 的输出数量由数据内容决定。`,
    };
  }
  return {
    en: `Input ${input} of ${op} decides its output shape and is computed from data.`,
    zh: `${op} 的第 ${input} 个输入（从 0 起）决定输出形状，而它由数据计算得出。`,
  };
}
