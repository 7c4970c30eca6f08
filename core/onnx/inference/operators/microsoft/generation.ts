import type { OperatorContext } from '../../context';
import type { OperatorRules, RuleTable } from '../../rules/operator-rules';
import { notations } from '../../rules/shape-notation';

/**
 * Loops that generate text, whole models in their attributes. These models declare the types of their inputs, which may
 * be had without knowing how the loop calls them.
 */
const outputs = notations({
  BeamSearch: '[B,...] -> [B,#4,#1] [B,#4] [_,B,#3,_]',
  WhisperBeamSearch: '[B,...] -> [B,#4,#1] [B,#4] [_,B,#3,_] [B,#4,_,_,_] [B]',
  GreedySearch: '[B,_] -> [B,#1]',
  Sampling: '[B,_] -> [B,#1] [B,_]',
});

const graphAttributes = ['encoder', 'init_decoder', 'decoder'];

function withSubgraphs({ infer }: OperatorRules): OperatorRules {
  return {
    infer(context: OperatorContext) {
      for (const name of graphAttributes) {
        const value = context.attribute(name);
        if (value?.kind === 'graph') {
          context.inferSubgraph(
            value.value,
            value.value.inputs.map(() => undefined),
          );
        }
      }
      infer(context);
    },
  };
}

export const generation: RuleTable = [
  ...outputs.map(([opType, rules]) => [opType, withSubgraphs(rules)] as const),
  // How many tokens are taken over is decided by what they are.
  ...notations({ BifurcationDetector: '-> [_] []' }),
];
