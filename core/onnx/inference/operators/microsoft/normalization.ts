import type { RuleTable } from '../../rules';
import { sharedSignature, signatures } from '../../signature';

export const microsoftNormalization: RuleTable = [
  ...sharedSignature(
    ['SkipLayerNormalization', 'SkipSimplifiedLayerNormalization'],
    '[...,D] -> [...,D] [...,1] [...,1] [...,D]',
  ),
  ...signatures({
    GroupNorm: '[...] -> [...]',
    SkipGroupNorm: '[...] -> [...] [...]',
    QOrderedLayerNormalization: '[...] -> [...]',
    // The mask's index is the number of words of each sequence.
    EmbedLayerNormalization: '[B,S] _ [_,H] -> [B,S,H] [B] [B,S,H]',
    QEmbedLayerNormalization: '[B,S] _ [_,H] -> [B,S,H] [B]',
  }),
];
