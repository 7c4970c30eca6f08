import { inLanguage, type Language, type Localized } from '../core/model';
import type { Given } from './arguments/option';
import type { Host, Output } from './host';
import { type Colours, colours, wantsColour } from './terminal/colours';
import { harmless } from './terminal/harmless';

/** One run of one command. */
export class Session {
  constructor(
    readonly host: Host,
    readonly given: Given,
    readonly language: Language,
  ) {}

  /** The text in the user's language. */
  say(text: Localized): string {
    return inLanguage(text, this.language);
  }

  value(name: string): string | undefined {
    return this.given.values.get(name);
  }

  list(name: string): readonly string[] {
    return this.given.lists.get(name) ?? [];
  }

  switch(name: string): boolean | undefined {
    return this.given.switches.get(name);
  }

  coloursFor(output: Output): Colours {
    return colours(wantsColour(output, this.host.env, this.switch('color')));
  }

  print(text: string): void {
    this.host.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
  }

  /** A remark that is no part of the output. */
  warn(text: Localized): void {
    this.host.stderr.write(`portolan: ${harmless(this.say(text))}\n`);
  }
}
