import { readFileSync } from 'node:fs';
import { loadPython } from '../../core/pytorch';
import { inRepository } from './repository';

/** The parser of Python, loaded once for a test file. */
export const python = await loadPython({
  grammarWasm: readFileSync(inRepository('node_modules/tree-sitter-python/tree-sitter-python.wasm')),
});
