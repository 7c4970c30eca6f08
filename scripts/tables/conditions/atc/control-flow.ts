import { type Entries, entry, noted, text } from '../entry';

export const controlFlow: Entries = {
  If: [
    entry(
      'subgraph branches; If is the only ONNX control-flow op the parser adapts (parser/parser/onnx/subgraph_adapter/if_subgraph_adapter.cc)',
      noted('branches', text('The only control flow that the parser adapts.', '解析器唯一适配的控制流算子。')),
    ),
  ],
};
