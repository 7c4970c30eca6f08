import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { TextSpan } from '../../core/model';
import { analyzeScript, loadPython } from '../../core/pytorch';

const grammarWasm = readFileSync(path.resolve('node_modules/tree-sitter-python/tree-sitter-python.wasm'));
export const parser = await loadPython({ grammarWasm });

export function analyze(text: string, firstParty: readonly string[] = []) {
  return analyzeScript('a.py', text, parser, { firstParty: new Set(firstParty) });
}

export const textOf = (text: string, { start, end }: TextSpan) => text.slice(start, end);
