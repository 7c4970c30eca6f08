import type { CallFact, ReferenceFact, ScriptFacts } from '../../../core/model';
import { callsNamed, type NameTest, referencesNamed } from './named-facts';

/** A decorator without parentheses (`@torch.compile`) as the call that it is, which passes nothing but the function. */
function decoratedCall(reference: ReferenceFact): CallFact {
  const end = { start: reference.span.end, end: reference.span.end };
  return {
    ...reference,
    calleeSpan: reference.span,
    arguments: [],
    argumentsSpan: end,
    result: { kind: 'unknown', certainty: 'guessed' },
    role: 'decorator',
  };
}

/** Calls of an API, decorators without parentheses included, in the order of the text. */
export function callsAndDecorators(facts: ScriptFacts, isMeant: NameTest): CallFact[] {
  const decorators = referencesNamed(facts, isMeant)
    .filter(({ use }) => use === 'decorator')
    .map(decoratedCall);
  return [...callsNamed(facts, isMeant), ...decorators].sort((a, b) => a.span.start - b.span.start);
}
