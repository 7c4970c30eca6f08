import type { Dimension } from '../../../../model';
import type { OperatorContext } from '../../context';
import { type RuleTable, sharedRule } from '../../rules/operator-rules';
import { schemaElementType } from '../../rules/schema-types';
import { shapeOfRank } from './attention';

/** All states, length x directions x batch x hidden size, and the last ones. */
function recurrent(context: OperatorContext): void {
  const input = shapeOfRank(context, 0, 3);
  const [length, batch] = [input?.[0] ?? null, input?.[1] ?? null];
  const directions = (context.string('direction') ?? 'forward') === 'bidirectional' ? 2 : 1;
  const hidden: Dimension = context.int('hidden_size') ?? null;
  context.setTensor(0, schemaElementType(context, 0), [length, directions, batch, hidden]);
  for (const output of [1, 2])
    context.setTensor(output, schemaElementType(context, output), [directions, batch, hidden]);
}

export const microsoftRecurrent: RuleTable = sharedRule(['AttnLSTM', 'DynamicQuantizeLSTM'], recurrent);
