import type { RuleTable } from '../../rules/operator-rules';
import { notations, sharedNotation } from '../../rules/shape-notation';

export const microsoftNormalization: RuleTable = [
  ...sharedNotation(
    ['SkipLayerNormalization', 'SkipSimplifiedLayerNormalization'],
    '[...,D] -> [...,D] [...,1] [...,1] [...,D]',
  ),
  ...notations({
    GroupNorm: '[...] -> [...]',
    SkipGroupNorm: '[...] -> [...] [...]',
    QOrderedLayerNormalization: '[...] -> [...]',
    // The mask's index is the number of words of each sequence.
    EmbedLayerNormalization: '[B,S] _ [_,H] -> [B,S,H] [B] [B,S,H]',
    QEmbedLayerNormalization: '[B,S] _ [_,H] -> [B,S,H] [B]',
  }),
];
