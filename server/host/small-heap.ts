import { setFlagsFromString } from 'node:v8';

/**
 * A session lives for days beside an editor and models that want the memory themselves: V8 collects the old memory when it has
 * grown by as much as lived, not by three times that. With transformers as the workspace (2,900 scripts) 1,030 MB became 620,
 * and edits took as long. Known to V8 from 11 to 14 (Node 20 to 25); another would complain on standard error.
 */
export function keepHeapSmall(): void {
  if (/^1[1-4]\./.test(process.versions.v8)) setFlagsFromString('--heap-growing-percent=100');
}
