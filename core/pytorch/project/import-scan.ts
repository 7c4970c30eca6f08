import { ownText } from '../../model';

const statement =
  /^[ \t]*(?:from[ \t]+(\.*[ \t]*[\w.]*)[ \t]+import[ \t]*(?:\(([^)]*)\)|([^\n#;]*))|import[ \t]+([\w., \t]+))/gm;

/**
 * The names that a text imports, found without parsing it: whose change a file depends on. A name too many (in a string)
 * costs an analysis, one too few (behind a backslash) a late one.
 */
export function importedModules(text: string): string[] {
  const names = new Set<string>();
  for (const [, from, several, line, modules] of text.matchAll(statement)) {
    if (from === undefined) {
      for (const name of modules!.split(',')) names.add(firstWord(name));
      continue;
    }
    const module = from.replaceAll(/\s/g, '');
    const prefix = module.endsWith('.') ? module : `${module}.`;
    for (const name of (several ?? line ?? '').split(/[,\n]/)) {
      const word = firstWord(name.replace(/#.*$/, ''));
      names.add(word === '' || word === '*' ? module : prefix + word);
    }
  }
  names.delete('');
  // They are kept for as long as the project: what is cut from a text keeps all of it.
  return [...names].map(ownText);
}

const firstWord = (text: string) => /[\w.*]+/.exec(text)?.[0] ?? '';
