import { displayName, type Graph, type Integer, type Localized, type Operator, type Problem } from '../../model';

export interface CheckOptions {
  /** Whether an operator of a domain that ONNX does not define must have a schema too. */
  readonly customDomains?: boolean | undefined;
  /** Whether to leave out that functions and the model import compatible versions. */
  readonly skipOpsetCompatibility?: boolean | undefined;
}

/** What a problem is about: an operator, a message at an offset of the file, or the model itself. */
export type Subject =
  | { readonly operator: Operator; readonly graph: Graph }
  | { readonly byteOffset: number }
  | undefined;

/** A damaged model of 200,000 operators has as many problems; nobody reads more than these. */
const mostProblems = 10_000;

/** Names of opset imports as written ('' and 'ai.onnx' apart) with their versions. */
export type OpsetImports = ReadonlyMap<string, Integer>;

/** The state of checking one model. */
export class Checking {
  readonly problems: Problem[] = [];
  readonly irVersion: Integer;
  readonly options: CheckOptions;
  /** How many problems were found, listed or not. */
  reports = 0;

  constructor(irVersion: Integer, options: CheckOptions) {
    this.irVersion = irVersion;
    this.options = options;
  }

  error(code: string, message: Localized, subject?: Subject): void {
    this.#report('error', code, message, subject);
  }

  warning(code: string, message: Localized, subject?: Subject): void {
    this.#report('warning', code, message, subject);
  }

  /** Counts problems like others without listing them; false where there is still room for them in the list. */
  repeats(reports: number): boolean {
    if (reports > 0 && this.reports < mostProblems) return false;
    this.reports += reports;
    return true;
  }

  #report(severity: Problem['severity'], code: string, message: Localized, subject: Subject): void {
    this.reports += 1;
    if (this.reports > mostProblems) return;
    this.problems.push({ code: `onnx/${code}`, severity, message, ...placed(subject) });
  }

  /** All problems; the last says how many more there are. */
  finished(): Problem[] {
    const unlisted = this.reports - this.problems.length;
    if (unlisted > 0) {
      const message = {
        en: `${unlisted} more problems are not listed.`,
        zh: `另有 ${unlisted} 个问题未列出。`,
      };
      this.problems.push({ code: 'onnx/more-problems', severity: 'error', message });
    }
    return this.problems;
  }
}

function placed(subject: Subject): Pick<Problem, 'byteOffset' | 'place'> {
  if (subject === undefined) return { byteOffset: 0 };
  if (!('operator' in subject)) return { byteOffset: subject.byteOffset };
  const { graph, operator } = subject;
  const { name, index, opType, domain, byteOffset } = operator;
  return { byteOffset, place: { graph: graph.path, node: name, index, op: opType, domain, byteOffset } };
}

/** A name of the file in a message. */
export function quoted(name: string): string {
  return `"${displayName(name)}"`;
}

/** A comma-separated list in both languages. */
export function quotedList(names: readonly string[]): string {
  return names.map(quoted).join(', ');
}
