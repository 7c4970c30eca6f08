import type { Table } from '../../core/estimate-report';
import type { Localized } from '../../core/model';
import type { Session } from '../session';
import { wrap } from '../terminal/wrap';
import { drawMarkdown, drawText } from './draw';

/** Prints what an estimate says, as text or markdown. */
export class EstimatePrinter {
  readonly #isMarkdown: boolean;

  constructor(private readonly session: Session) {
    this.#isMarkdown = session.value('format') === 'markdown';
  }

  heading(text: string, level: 1 | 2): void {
    const { session } = this;
    const bold = session.coloursFor(session.host.stdout).bold(text);
    session.print(this.#isMarkdown ? `${'#'.repeat(level)} ${text}\n` : bold);
  }

  paragraph(text: string): void {
    const lines = this.#isMarkdown ? [text] : wrap(text, this.#columns);
    this.session.print(`${lines.join('\n')}\n\n`);
  }

  tables(tables: readonly Table[]): void {
    const colours = this.session.coloursFor(this.session.host.stdout);
    for (const table of tables) this.session.print(this.#isMarkdown ? drawMarkdown(table) : drawText(table, colours));
  }

  /** A heading with a list below it; nothing where the list is empty. */
  list(title: Localized, items: readonly string[]): void {
    if (items.length === 0) return;
    this.heading(this.session.say(title), 2);
    for (const item of items) {
      const [first = '', ...rest] = this.#isMarkdown ? [item] : wrap(item, this.#columns - 4);
      this.session.print(
        [`${this.#isMarkdown ? '-' : '  •'} ${first}`, ...rest.map((line) => `    ${line}`)].join('\n'),
      );
    }
    this.session.print('\n');
  }

  /** Text of no terminal is wrapped at 100, and nothing is longer than is good to read. */
  get #columns(): number {
    return Math.min(this.session.host.stdout.columns ?? 100, 120);
  }
}
