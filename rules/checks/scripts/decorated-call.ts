import type { CallFact, ReferenceFact } from '../../../core/model';

/** A decorator without parentheses (`@torch.compile`) as the call that it is, which passes nothing but the function. */
export function decoratedCall(reference: ReferenceFact): CallFact {
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
export function callsAndDecorators(
  { calls, references }: { readonly calls: readonly CallFact[]; readonly references: readonly ReferenceFact[] },
  isMeant: (name: string) => boolean,
): CallFact[] {
  const decorators = references.filter(({ use, name }) => use === 'decorator' && isMeant(name)).map(decoratedCall);
  return [...calls.filter(({ name }) => isMeant(name)), ...decorators].sort((a, b) => a.span.start - b.span.start);
}
