import type { TextSpan } from '../../core/model';
import { analyzeScript, pythonParser } from '../../core/pytorch';

export function analyze(text: string, firstParty: readonly string[] = []) {
  return analyzeScript('a.py', text, pythonParser, { firstParty: new Set(firstParty) });
}

export const textOf = (text: string, { start, end }: TextSpan) => text.slice(start, end);
