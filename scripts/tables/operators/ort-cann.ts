import type { OperatorRow, TableFile } from '../../../core/targets/table';
import { readFacts } from '../facts';
import { TableBuilder } from './build';
import { elementTypes } from './element-types';

interface ProviderFacts {
  graphMode: { lowestOpset: number; ops: string[] };
  singleOpKernels: Record<string, Record<string, string[]>>;
}

const provider = (file: string) => ({
  source: 'microsoft/onnxruntime (through tianleiwu/onnxruntime)',
  version: '735e69a3, 1.25.0 dev, 2026-02-13',
  where: `onnxruntime/core/providers/cann/${file}`,
});

/** What ONNX Runtime's CANN provider takes; everything else stays on the host. */
export function ortCannTable(): TableFile {
  const facts: ProviderFacts = readFacts('onnx/cann-ep-ops.json');
  const builder = new TableBuilder();
  const graph = builder.evidenceOf(provider('cann_graph.cc, SupportONNXModel'));
  const single = builder.evidenceOf(provider('cann_execution_provider.cc, kernel registrations'));
  const inGraph = new Set(facts.graphMode.ops);
  const names = [...new Set([...facts.graphMode.ops, ...Object.keys(facts.singleOpKernels)])];
  const operators = names.map((name): readonly [string, OperatorRow] => {
    const kernels = facts.singleOpKernels[name];
    return [
      name,
      {
        evidence: [...(inGraph.has(name) ? graph : []), ...(kernels === undefined ? [] : single)],
        ...(inGraph.has(name) ? { opsets: [[facts.graphMode.lowestOpset, 999]] } : { opsets: [] }),
        ...(kernels === undefined ? {} : { single: singleKernels(builder, kernels) }),
      },
    ];
  });
  return builder.finish({
    route: 'ort-cann',
    evidence: graph[0]!,
    operators: Object.fromEntries(operators),
    refused: {},
    model: [],
    fusions: {},
    general: { graph },
  });
}

/** By opset range, `7-12` or `13+`: the types of the kernels. */
function singleKernels(builder: TableBuilder, kernels: Record<string, string[]>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(kernels).map(([range, types]) => {
      const names = types.flatMap((type) => type.match(/MLFloat16|BFloat16|float|double|u?int\d+_t|bool/g) ?? []);
      return [range, builder.types(elementTypes(names))];
    }),
  );
}
