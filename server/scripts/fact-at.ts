import type { CallFact, ScriptFacts, SuppressionFact, TextSpan } from '../../core/model';

/** What a script has at an offset that something can be told about. */
export type FactAt =
  | { readonly kind: 'api'; readonly name: string; readonly span: TextSpan; readonly call: CallFact | undefined }
  | { readonly kind: 'variable'; readonly name: string; readonly span: TextSpan }
  | { readonly kind: 'requirement'; readonly name: string; readonly span: TextSpan }
  | {
      readonly kind: 'suppression';
      readonly suppression: SuppressionFact;
      readonly rule: string | undefined;
      readonly span: TextSpan;
    };

/** The fact at `offset`; of several the smallest. */
export function factAt(facts: ScriptFacts, offset: number): FactAt | undefined {
  const holds = ({ start, end }: TextSpan) => start <= offset && offset <= end;
  for (const suppression of facts.suppressions) {
    if (!holds(suppression.span)) continue;
    const rule = suppression.rules.find(({ span }) => holds(span));
    return { kind: 'suppression', suppression, rule: rule?.code, span: rule?.span ?? suppression.span };
  }
  const environment = facts.environment.find(({ nameSpan }) => holds(nameSpan));
  if (environment !== undefined) return { kind: 'variable', name: environment.variable, span: environment.nameSpan };
  const requirement = facts.requirements.find(({ nameSpan }) => holds(nameSpan));
  if (requirement !== undefined) return { kind: 'requirement', name: requirement.name, span: requirement.nameSpan };
  const call = facts.calls.find(({ nameSpan }) => holds(nameSpan));
  if (call !== undefined) return { kind: 'api', name: call.name, span: call.nameSpan, call };
  const named =
    facts.references.find(({ nameSpan }) => holds(nameSpan)) ?? facts.imports.find(({ nameSpan }) => holds(nameSpan));
  return named && { kind: 'api', name: named.name, span: named.nameSpan, call: undefined };
}
