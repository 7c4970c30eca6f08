import type { RequirementFact } from '../model';
import { pipRequirement } from '../pytorch';
import { placeOf } from './place';
import type { Word } from './shell-words';

/** Options of `pip install` that are followed by a value. */
const withValue =
  /^(-r|--requirement|-c|--constraint|-i|--index-url|--extra-index-url|-f|--find-links|-t|--target|--prefix|--root|--cache-dir|--timeout|--retries|--python|-e|--editable|--global-option|--config-settings|--no-binary|--only-binary|--platform|--trusted-host|--proxy|--log|-b|--progress-bar|--abi|--implementation|--python-version|--upgrade-strategy|--build-option|--cert)$/;

/** What `pip install a b==1` asks for: also as pip3, `python -m pip`, `uv pip`. */
export function pipInstallRequirements(text: string, name: string, words: readonly Word[]): RequirementFact[] {
  const packages = packagesOf(name, words);
  const index = packages.length > 0 ? indexOf(words) : undefined;
  const found = packages.flatMap(({ span, text: said }) => {
    const wheel = wheelRequirement(text, said, span);
    if (wheel !== undefined) return [wheel];
    const quoted = /^["']/.test(text[span.start]!) && text[span.start] === text[span.end - 1];
    const inner = quoted ? { start: span.start + 1, end: span.end - 1 } : span;
    return pipRequirement(text, { text: inner, whole: span, optional: false }) ?? [];
  });
  return index === undefined ? found : found.map((requirement) => ({ ...requirement, index }));
}

/** The address behind `--index-url` or `--extra-index-url`. */
function indexOf(words: readonly Word[]): RequirementFact['index'] {
  for (const [at, { text, span }] of words.entries()) {
    const option = /^(?:-i|--(?:extra-)?index-url)(?:=(?<address>.+))?$/.exec(text);
    if (option === null) continue;
    const { address } = option.groups!;
    if (address !== undefined) return { address, span };
    const next = words[at + 1];
    if (next !== undefined) return { address: next.text, span: next.span };
  }
  return undefined;
}

/** A wheel, here or at an address: `flash_attn-2.7.4+cu12torch2.6-cp310-cp310-linux_x86_64.whl`, as PEP 427 names it. */
const wheelName = /(?:^|\/)(?<name>[A-Za-z\d][\w.]*)-(?<version>\d[^-/]*)(?:-[^-/]+){3,4}\.whl$/;

function wheelRequirement(text: string, said: string, span: Word['span']): RequirementFact | undefined {
  const { name, version } = wheelName.exec(said)?.groups ?? {};
  const start = name === undefined ? -1 : text.indexOf(`${name}-${version}`, span.start);
  if (name === undefined || version === undefined || start < 0 || start >= span.end) return undefined;
  return {
    ...placeOf(text, span),
    name: name.replaceAll(/[-_.]+/g, '-').toLowerCase(),
    nameSpan: { start, end: start + name.length },
    specifier: `==${version}`,
  };
}

function packagesOf(name: string, words: readonly Word[]): readonly Word[] {
  let rest: readonly Word[];
  if (/^pip[\d.]*$/.test(name)) rest = words;
  else if (/^python[\d.]*$/.test(name) && words[0]?.text === '-m' && words[1]?.text === 'pip') rest = words.slice(2);
  else if (name === 'uv' && words[0]?.text === 'pip') rest = words.slice(1);
  else return [];
  const install = rest.findIndex(({ text }) => text === 'install');
  if (install < 0 || rest.slice(0, install).some(({ text }) => !text.startsWith('-'))) return [];
  const packages: Word[] = [];
  for (let index = install + 1; index < rest.length; index += 1) {
    const word = rest[index]!;
    if (withValue.test(word.text)) index += 1;
    else if (!word.text.startsWith('-') && !/^[./~$]/.test(word.text)) packages.push(word);
  }
  return packages;
}
