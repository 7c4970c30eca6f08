import type { ScriptFacts } from '../../../core/model';

/**
 * Whether a file is one for NPUs, and not what is to be carried there: it stands in a folder that is called after them
 * (`backends/_ascend/`), and speaks of them itself. A folder alone may be where somebody keeps all work.
 */
export function isWrittenForNpu({ path, text }: Pick<ScriptFacts, 'path' | 'text'>): boolean {
  return /(^|[\\/_])(ascend|npu)(?=[\\/_])/i.test(path) && /(?<![a-z])(ascend|npu)/i.test(text);
}
