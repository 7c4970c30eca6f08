import type { Language, Localized, RuleDocumentation } from '../../core/model';
import type { Report } from '../report';
import type { Colours } from '../terminal/colours';

export interface ReporterOptions {
  readonly language: Language;
  readonly colours: Colours;
  /** Width to wrap text to. */
  readonly columns: number;
  /** Show every finding and node. */
  readonly all: boolean;
  /** Title and page of a rule or problem code; undefined where there is none. */
  ruleOf(code: string): RuleText | undefined;
}

export interface RuleText {
  readonly title: Localized;
  readonly documentation: RuleDocumentation;
}

/** Renders a report; the parts are written one after the other, so that a long report is never one string. */
export type Reporter = (report: Report, options: ReporterOptions) => Iterable<string>;
