import type { CheckpointFacts, CheckpointRoute, Evidence } from '../../../../core/model';
import text from './documented-lengths.json';

interface Table {
  readonly evidence: Evidence;
  readonly lengths: readonly {
    readonly families: readonly string[];
    readonly modelType: string;
    readonly tokens: number;
  }[];
}

let table: Table | undefined;

/** The longest context that vllm-ascend documents for a model type on a family of chips; undefined where it says none. */
export function documentedLength(
  { modelType }: CheckpointFacts,
  route: CheckpointRoute,
  family: string,
): { readonly tokens: number; readonly evidence: readonly Evidence[] } | undefined {
  if (route !== 'vllm-ascend') return undefined;
  table ??= JSON.parse(String(text)) as Table;
  const row = table.lengths.find((one) => one.modelType === modelType && one.families.includes(family));
  return row && { tokens: row.tokens, evidence: [table.evidence] };
}
