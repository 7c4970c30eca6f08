import text from '../../rules/estimate/serving.json';
import type { Evidence, Localized } from '../model';

interface Row {
  readonly value: number;
  readonly evidence?: readonly number[];
  readonly assumption?: Localized;
}

interface AssumedRow {
  readonly value: number;
  readonly assumption: Localized;
}

interface ServingTable {
  readonly sources: readonly Evidence[];
  /** Tokens of prompts that a step takes at most. */
  readonly chunkTokens: Row;
  /** Tokens of a prefill pass that is filled with several prompts. */
  readonly fullPassTokens: Row;
  /** Load of the busiest device's experts over the mean, with copies of busy experts and without. */
  readonly balancedLoad: Row;
  readonly unbalancedLoad: Row;
  /** Tokens per block of a paged cache; half a block is lost per sequence on average. */
  readonly cacheBlockTokens: Row;
  /** Bytes per second between devices of a server, and of servers, where a chip has no figure. */
  readonly defaultLink: AssumedRow;
  readonly defaultNetwork: AssumedRow;
}

let table: ServingTable | undefined;

/** How engines serve where a request does not say, with where it comes from. */
export function servingTable(): ServingTable {
  table ??= JSON.parse(text.toString()) as ServingTable;
  return table;
}
