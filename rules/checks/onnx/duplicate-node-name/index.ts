import { displayName, type Graph, type GraphRule, type OperatorFacts, valueTable } from '../../../../core/model';
import { graphEngine } from '../../sources';
import en from './en.md';
import zh from './zh-cn.md';

/** Two nodes of one graph with the same name: ONNX allows it, atc does not. */
export const rule: GraphRule = {
  input: 'graph',
  code: 'onnx/duplicate-node-name',
  severity: 'error',
  title: { en: 'Node name used twice in a graph', zh: '同一计算图中重复的节点名' },
  documentation: { en, zh },
  check({ facts, assessment, report }) {
    if (assessment.route !== 'atc') return;
    for (const { graph, operators } of facts.graphs) {
      // The parser never looks into model-local functions: a call of one fails by itself.
      if (!graph.path.startsWith('/')) continue;
      if (areDistinct(graph)) continue;
      const first = new Map<string, OperatorFacts>();
      for (const facts of operators) {
        const { name, index } = facts.operator;
        if (name === '') continue;
        const before = first.get(name);
        if (before === undefined) {
          first.set(name, facts);
          continue;
        }
        report({
          message: {
            en: `Node ${index} has the name ${displayName(name)} of node ${before.operator.index}. ONNX allows that; the precheck of atc stops with E13009.`,
            zh: `节点 ${index} 与节点 ${before.operator.index} 同名：${displayName(name)}。ONNX 允许重名，但 atc 的预检查会以 E13009 报错退出。`,
          },
          advice: {
            en: 'Give every node its own name, or none: onnx.save after `for i, n in enumerate(graph.node): n.name = f"n{i}"`.',
            zh: '让每个节点名唯一或留空，例如 `for i, n in enumerate(graph.node): n.name = f"n{i}"` 后重新保存。',
          },
          evidence: [
            graphEngine('parser/parser/common/pre_checker.cc, CheckName'),
            graphEngine('parser/parser/onnx/onnx_parser.cc, ModelParseToGraphImpl'),
          ],
          verdict: 'unsupported',
          operator: facts,
        });
      }
    }
  },
};

/** Most models name every node once: seeing that takes less than remembering who has which name. */
function areDistinct(graph: Graph): boolean {
  const taken = valueTable<true>(graph);
  for (const { nameId } of graph.operators) {
    if (nameId === 0) continue;
    if (taken[nameId]) return false;
    taken[nameId] = true;
  }
  return true;
}
