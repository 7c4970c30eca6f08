import { allRules } from '../../rules/checks';
import type { ExitCode } from '../host';
import { jsonText } from '../json-text';
import { severityWords } from '../reporters/words';
import type { Session } from '../session';
import { displayWidth, padEnd } from '../terminal/width';

/** `portolan rules` */
export async function execute(session: Session): Promise<ExitCode> {
  if (session.value('format') === 'json') {
    const rules = allRules.map(({ code, severity, title, input }) => ({
      code,
      severity,
      title: session.say(title),
      input,
    }));
    session.print(jsonText({ version: 1, rules }, 2));
    return 0;
  }
  const { bold, dim } = session.coloursFor(session.host.stdout);
  const codeWidth = Math.max(...allRules.map(({ code }) => displayWidth(code)));
  const words = allRules.map(({ severity }) => session.say(severityWords[severity]));
  const wordWidth = Math.max(...words.map(displayWidth));
  allRules.forEach(({ code, title }, index) => {
    session.print(`${bold(padEnd(code, codeWidth))}  ${padEnd(words[index]!, wordWidth)}  ${session.say(title)}`);
  });
  session.print(
    dim(
      session.say({
        en: '\nportolan explain RULE  says more about one',
        zh: '\nportolan explain RULE  查看某条规则的详细说明',
      }),
    ),
  );
  return 0;
}
