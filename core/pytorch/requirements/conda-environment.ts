import { isMap, isScalar, isSeq, parseDocument, type YAMLSeq } from 'yaml';
import type { Problem, RequirementFact } from '../../model';
import { condaRequirement, type Entry, pipRequirement } from './requirement';

const mostErrors = 20;

type Reader = (text: string, entry: Entry) => RequirementFact | undefined;

/** The packages of a conda environment: `dependencies:`, with pip's own list inside it. */
export function readCondaEnvironment(text: string): { requirements: RequirementFact[]; problems: Problem[] } {
  // Not pretty: each error would look for its line, and what is no YAML may have one a word. What follows the first few comes of them.
  const document = parseDocument(text, { keepSourceTokens: false, logLevel: 'silent', prettyErrors: false });
  const problems = document.errors.slice(0, mostErrors).map(
    ({ message, pos: [start, end] }): Problem => ({
      code: 'requirements/yaml',
      severity: 'error',
      message: {
        en: `This is not valid YAML: ${message.split('\n')[0]}`,
        zh: `不是合法的 YAML：${message.split('\n')[0]}`,
      },
      span: { start, end },
    }),
  );
  const list = isMap(document.contents) ? document.contents.get('dependencies', true) : undefined;
  return { requirements: isSeq(list) ? condaList(list, text) : [], problems };
}

function condaList(list: YAMLSeq, text: string): RequirementFact[] {
  return list.items.flatMap((item) => {
    if (!isMap(item)) return entryOf(item, text, condaRequirement);
    const pip = item.get('pip', true);
    return isSeq(pip) ? pip.items.flatMap((inner) => entryOf(inner, text, pipRequirement)) : [];
  });
}

function entryOf(item: unknown, text: string, read: Reader): RequirementFact[] {
  if (!isScalar(item) || !item.range || typeof item.value !== 'string') return [];
  const [start, end] = item.range;
  const quote = /^["']/.test(text.slice(start, start + 1)) ? 1 : 0;
  const found = read(text, {
    text: { start: start + quote, end: end - quote },
    whole: { start, end },
    optional: false,
  });
  return found ? [found] : [];
}
