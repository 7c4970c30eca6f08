import { readFacts } from '../../../facts';
import { limitsOf } from '../limits';
import { restrictionsOf } from '.';
import { plain } from './restriction';
import { typeList } from './types';

interface Listed {
  readonly api: string;
  readonly v: readonly { readonly versions: readonly string[]; readonly limits_zh?: string }[];
}

/** Counts lines of the vendor's tables by what becomes of them, each once for an API: node scripts/run.mjs THIS. */
const counts = new Map<string, Set<string>>();
const count = (kind: string, of: string) => counts.set(kind, (counts.get(kind) ?? new Set()).add(of));
for (const { api, v } of readFacts('ascend/torch-ops.json').native_api as Listed[]) {
  for (const { limits_zh: cell } of v) {
    if (cell === undefined) continue;
    count('texts', `${api} ${cell}`);
    count('APIs', api);
    for (const line of cell.split('\n').map(plain)) {
      if (line === '') continue;
      count('lines', `${api} ${line}`);
      if (typeList.test(line)) count('lists of types', `${api} ${line}`);
    }
    for (const { limits, text, pattern } of restrictionsOf(cell)) {
      const isChecked = limits.some((id) => limitsOf(api).has(id));
      const kind = isChecked ? 'checked' : text === undefined ? 'elsewhere' : 'told';
      count(`${kind}, by API`, `${api} ${pattern}`);
      count(`${kind}, kinds`, String(pattern));
    }
  }
}
for (const [kind, of] of counts) console.log(`${of.size} ${kind}`);
