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
  readonly #ofFile: Named[] = [];
  /** By where the line begins that they are about. */
  readonly #ofLines = new Map<number, Named[]>();

  constructor(private readonly facts: Pick<ScriptFacts, 'text' | 'suppressions'>) {
    for (const suppression of facts.suppressions) {
      const named = { suppression, rules: new Set(suppression.rules.map(({ code }) => ruleNamed(code) ?? code)) };
      if (suppression.scope === 'file') this.#ofFile.push(named);
      else {
        for (const line of linesIn(facts.text, suppression.target)) {
          const list = this.#ofLines.get(line);
          if (list === undefined) this.#ofLines.set(line, [named]);
          else list.push(named);
        }
      }
    }
  }

  /**
   * Whether a finding of `rule` at `span`, in `statement`, is to be kept back: the comment is about its line, about the
   * line that its statement begins on, or stands behind the end of a statement of several lines.
   */
  keepBack(rule: string, span: TextSpan, statement: TextSpan): boolean {
    if (this.#ofFile.length === 0 && this.#ofLines.size === 0) return false;
    let kept = false;
    for (const { suppression, rules } of this.#about(span, statement)) {
      if (rules.size > 0 && !rules.has(rule)) continue;
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

  /** The suppressions of the file, of the finding's line, and of the lines that its statement begins and ends on. */
  #about(span: TextSpan, statement: TextSpan): ReadonlySet<Named> {
    const { text } = this.facts;
    const holdsOthers = compound.test(text.slice(statement.start, statement.start + 12));
    const offsets = [span.start, statement.start, ...(holdsOthers ? [] : [statement.end])];
    const lines = offsets.flatMap((offset) => this.#ofLines.get(lineStart(text, offset)) ?? []);
    return new Set([...this.#ofFile, ...lines]);
  }
}

interface Named {
  readonly suppression: SuppressionFact;
  readonly rules: ReadonlySet<string>;
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** Where the lines of a part of a text begin. */
function linesIn(text: string, { start, end }: TextSpan): number[] {
  const lines = [lineStart(text, start)];
  for (let at = text.indexOf('\n', start); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) lines.push(at + 1);
  return lines;
}
