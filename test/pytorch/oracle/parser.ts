import { readFileSync } from 'node:fs';
import { Language, Parser } from 'web-tree-sitter';
import type { ParsedScript } from '../../../core/pytorch/syntax/parser';
import { inRepository } from '../../harness/repository';
import { expressionKinds } from './expressions';
import { loweringTable, Reading } from './reading';
import { statementKinds } from './statements';

/**
 * What tree-sitter-python, a parser that many editors use, makes of a text, in the syntax of core/pytorch/syntax. It is
 * what our own parser is compared with; it is too slow, and too much to load, to be the parser itself.
 */
export interface Oracle {
  parse(text: string): ParsedScript;
}

export async function loadOracle(): Promise<Oracle> {
  await Parser.init();
  const parser = new Parser();
  const grammar = readFileSync(inRepository('node_modules/tree-sitter-python/tree-sitter-python.wasm'));
  const language = await Language.load(grammar);
  parser.setLanguage(language);
  const table = loweringTable(language, expressionKinds, statementKinds);
  return {
    parse(text) {
      const tree = parser.parse(text)!;
      const reading = new Reading(text, table, tree);
      const body = reading.root(tree.rootNode);
      tree.delete();
      const comments = reading.comments.sort((one, other) => one.start - other.start);
      return { module: { kind: 'Module', start: 0, end: text.length, body, comments }, problems: reading.problems };
    },
  };
}
