import { displayName, type GraphRule } from '../../../../core/model';
import { listed } from '../../quantities';
import { operatorType } from '../../reasons/reason-rule';
import en from './en.md';
import { splitOf } from './split';
import zh from './zh-cn.md';

/** Operators on the host that cut what runs on the device into pieces. */
export const rule: GraphRule = {
  input: 'graph',
  code: 'onnx/graph-split',
  severity: 'warning',
  title: { en: 'Graph cut into pieces by operators on the host', zh: '被主机算子切断的计算图' },
  documentation: { en, zh },
  check({ facts, assessment, report }) {
    for (const graph of facts.graphs) {
      const split = splitOf(graph, assessment.ofGraph(graph.graph));
      if (split === undefined) continue;
      const { pieces, transfers, cutting } = split;
      const places = listed(
        cutting.map((cut) => `${operatorType(cut)} (${displayName(cut.operator.name || `#${cut.operator.index}`)})`),
      );
      report({
        message: {
          en: `${cutting.length === 1 ? 'An operator' : `${cutting.length} operators`} on the host cut${cutting.length === 1 ? 's' : ''} the graph into at least ${pieces} pieces on the device, one after the other, with ${transfers} tensors copied between host and device: ${places.en}.`,
          zh: `${cutting.length} 个在主机上执行的算子把计算图在设备上切成至少 ${pieces} 段先后执行，主机与设备之间需要拷贝 ${transfers} 个张量：${places.zh}。`,
        },
        advice: {
          en: 'Replace the operators named, beginning with the one in the middle of the network; those at its ends cut nothing.',
          zh: '请从位于网络中部的算子开始替换；位于两端的算子不会造成切分。',
        },
        evidence: [assessment.evidence],
        verdict: 'host',
        operator: cutting[0],
      });
    }
  },
};
