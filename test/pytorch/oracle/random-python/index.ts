import { chance } from '../../../../scripts/bench/chance';
import { Choices } from './choices';
import { RandomExpressions } from './expressions';
import { RandomHeaders } from './headers';
import { RandomLiterals } from './literals';
import { RandomPatterns } from './patterns';
import { RandomSimpleStatements } from './simple-statements';
import { RandomSuites } from './suites';

/**
 * A program that Python's grammar takes, the same for the same seed, with every construct in it sooner or later. It has what
 * both parsers know, and nothing that tree-sitter-python takes for something else than Python does (see `differences.ts`),
 * such as `*f(x)` in a list.
 */
export function randomProgram(seed: number): string {
  const choices = new Choices(chance(seed + 1));
  const lines = suitesOf(choices).suite(0, 3 + choices.below(6));
  const end = choices.pick(['\n', '\n', '\n', '', '\r\n', '\n\n# the end']);
  const newline = choices.pick(['\n', '\n', '\n', '\r\n']);
  return lines.join(newline) + end;
}

function suitesOf(choices: Choices): RandomSuites {
  const literals = new RandomLiterals(choices);
  const expressions = new RandomExpressions(choices, literals);
  const simple = new RandomSimpleStatements(choices, expressions);
  const headers = new RandomHeaders(choices, literals, expressions, simple);
  return new RandomSuites(choices, expressions, simple, headers, new RandomPatterns(choices));
}
