import type { RequirementFact } from '../model';
import { pipRequirement } from '../pytorch';
import type { Word } from './shell-words';

/** Options of `pip install` that are followed by a value. */
const withValue =
  /^(-r|--requirement|-c|--constraint|-i|--index-url|--extra-index-url|-f|--find-links|-t|--target|--prefix|--root|--cache-dir|--timeout|--retries|--python|-e|--editable|--global-option|--config-settings|--no-binary|--only-binary|--platform|--trusted-host|--proxy|--log|-b|--progress-bar|--abi|--implementation|--python-version|--upgrade-strategy|--build-option|--cert)$/;

/** What `pip install a b==1` asks for: also as pip3, `python -m pip`, `uv pip`. */
export function pipInstallRequirements(text: string, name: string, words: readonly Word[]): RequirementFact[] {
  const packages = packagesOf(name, words);
  return packages.flatMap(({ span }) => {
    const quoted = /^["']/.test(text[span.start]!) && text[span.start] === text[span.end - 1];
    const inner = quoted ? { start: span.start + 1, end: span.end - 1 } : span;
    return pipRequirement(text, { text: inner, whole: span, optional: false }) ?? [];
  });
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
