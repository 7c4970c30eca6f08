import { allRules, findRule } from '../../../rules/checks';
import type { ScriptFacts, SuppressionFact, SuppressionUse, TextSpan } from '../../model';

/** Statements that hold others: their end says nothing about their own line. */
const compound = /^(?:if|elif|else|for|while|with|try|except|finally|def|class|async|match|case|@)\b/;

const byLastPart = new Map(allRules.map(({ code }) => [code.slice(code.indexOf('/') + 1), code]));

/** The code of the rule that a suppression names: as it is, or by its last part. */
export function ruleNamed(name: string): string | undefined {
  return findRule(name)?.code ?? byLastPart.get(name);
}

/** The suppressions of one file, and what they kept back so far. */
export class Suppressions {
  /** How many findings were kept back. */
  count = 0;
  /** By suppression: the rules of which it kept something back. */
  readonly #used = new Map<SuppressionFact, Set<string>>();
  readonly #named: readonly { readonly suppression: SuppressionFact; readonly rules: ReadonlySet<string> }[];

  constructor(private readonly facts: Pick<ScriptFacts, 'text' | 'suppressions'>) {
    this.#named = facts.suppressions.map((suppression) => ({
      suppression,
      rules: new Set(suppression.rules.map(({ code }) => ruleNamed(code) ?? code)),
    }));
  }

  /**
   * Whether a finding of `rule` at `span`, in `statement`, is to be kept back: the comment is about its line, about the
   * line that its statement begins on, or stands behind the end of a statement of several lines.
   */
  keepBack(rule: string, span: TextSpan, statement: TextSpan): boolean {
    let kept = false;
    for (const { suppression, rules } of this.#named) {
      if (rules.size > 0 && !rules.has(rule)) continue;
      if (suppression.scope === 'line' && !this.#isAbout(suppression.target, span, statement)) continue;
      kept = true;
      const used = this.#used.get(suppression);
      if (used === undefined) this.#used.set(suppression, new Set([rule]));
      else used.add(rule);
    }
    if (kept) this.count += 1;
    return kept;
  }

  /** Those that are of no use, wholly or for some of the rules that they name. Rules that are off are taken as used. */
  unused(isOff: (rule: string) => boolean): SuppressionUse[] {
    return this.facts.suppressions.flatMap((suppression): SuppressionUse[] => {
      const used = this.#used.get(suppression);
      if (suppression.rules.length === 0) return used === undefined ? [{ suppression, unused: 'all' }] : [];
      const unused = suppression.rules.filter(({ code }) => {
        const rule = ruleNamed(code);
        return rule !== undefined && !isOff(rule) && !used?.has(rule);
      });
      return unused.length === 0 ? [] : [{ suppression, unused }];
    });
  }

  #isAbout({ start, end }: TextSpan, span: TextSpan, statement: TextSpan): boolean {
    const holds = (offset: number) => start <= offset && offset <= end;
    if (holds(span.start) || holds(statement.start)) return true;
    return holds(statement.end) && !compound.test(this.facts.text.slice(statement.start, statement.start + 12));
  }
}
