import { inLanguage, type Localized, type Severity } from '../../../core/model';
import { harmless } from '../../terminal/harmless';
import { displayWidth } from '../../terminal/width';
import { wrap } from '../../terminal/wrap';
import type { ReporterOptions } from '../reporter';
import { severityWords } from '../words';

export type Paint = (text: string) => string;

/** Lines of text in a language, to a width, in colours. */
export class Layout {
  readonly colours: ReporterOptions['colours'];

  constructor(readonly options: ReporterOptions) {
    this.colours = options.colours;
  }

  say(text: Localized): string {
    return harmless(inLanguage(text, this.options.language));
  }

  /** `text` behind `label`, its further lines below its first. */
  hanging(label: string, text: string, paint: Paint = String): string[] {
    const indent = displayWidth(label);
    const [first = '', ...rest] = wrap(text, this.options.columns - indent);
    return [paint(label + first), ...rest.map((line) => ' '.repeat(indent) + paint(line))];
  }

  /** A remark that `count` more are there than are shown; nothing where none are. */
  rest(count: number, what: Localized): string[] {
    if (count <= 0) return [];
    const text = {
      en: `… ${count} ${what.en} (--all shows them)`,
      zh: `……另有 ${count} ${what.zh}（使用 --all 查看）`,
    };
    return [this.colours.dim(`    ${this.say(text)}`)];
  }

  severity(severity: Severity): string {
    return this.inColourOf(severity, this.say(severityWords[severity]));
  }

  inColourOf(severity: Severity, text: string): string {
    const { red, magenta, yellow, blue, dim } = this.colours;
    return { error: red, silent: magenta, warning: yellow, information: blue, hint: dim }[severity](text);
  }
}
