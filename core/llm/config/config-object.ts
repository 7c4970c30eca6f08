import { createScanner, type Node, parseTree } from 'jsonc-parser';
import type { ConfigurationObject, Problem, TextSpan } from '../../model';

/** A JSON object with the place of each of its keys. Names are looked up in a Map: a file may say `__proto__`. */
export class ConfigObject implements ConfigurationObject {
  readonly #properties = new Map<string, { readonly key: Node; readonly value: Node }>();

  constructor(private readonly node: Node) {
    for (const { children } of node.children ?? []) {
      const [key, value] = children ?? [];
      if (key !== undefined && value !== undefined) this.#properties.set(String(key.value), { key, value });
    }
  }

  get span(): TextSpan {
    return spanOf(this.node);
  }

  get keys(): readonly string[] {
    return [...this.#properties.keys()];
  }

  has(name: string): boolean {
    const property = this.#properties.get(name);
    return property !== undefined && property.value.type !== 'null';
  }

  /** The first of several spellings that is there and not null. */
  spelling(...names: readonly string[]): string | undefined {
    return names.find((name) => this.has(name));
  }

  /** A whole number >= 0 under the first spelling that has one. */
  count(...names: readonly string[]): number | undefined {
    for (const name of names) {
      const value = this.#properties.get(name)?.value.value;
      if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
    }
    return undefined;
  }

  /** A whole number of either sign. */
  integer(name: string): number | undefined {
    const value = this.#properties.get(name)?.value.value;
    return Number.isSafeInteger(value) ? value : undefined;
  }

  text(name: string): string | undefined {
    const value = this.#properties.get(name)?.value.value;
    return typeof value === 'string' ? value : undefined;
  }

  flag(name: string): boolean | undefined {
    const value = this.#properties.get(name)?.value.value;
    return typeof value === 'boolean' ? value : undefined;
  }

  counts(name: string): readonly number[] | undefined {
    const value = this.#properties.get(name)?.value;
    if (value?.type !== 'array') return undefined;
    const numbers = (value.children ?? []).map((child) => child.value);
    return numbers.every((number): number is number => Number.isSafeInteger(number) && number >= 0)
      ? numbers
      : undefined;
  }

  texts(name: string): readonly string[] | undefined {
    const value = this.#properties.get(name)?.value;
    if (value?.type !== 'array') return undefined;
    return (value.children ?? []).flatMap((child) => (typeof child.value === 'string' ? [child.value] : []));
  }

  object(name: string): ConfigObject | undefined {
    const value = this.#properties.get(name)?.value;
    return value?.type === 'object' ? new ConfigObject(value) : undefined;
  }

  /** The place of a key with its quotes; of the whole object where the key is absent. */
  keySpan(name: string): TextSpan {
    return spanOf(this.#properties.get(name)?.key ?? this.node);
  }

  /** The place of a key's value. */
  valueSpan(name: string): TextSpan {
    return spanOf(this.#properties.get(name)?.value ?? this.node);
  }
}

function spanOf({ offset, length }: Node): TextSpan {
  return { start: offset, end: offset + length };
}

/** A JSON text whose top is an object. Broken JSON gives what stands before and around the break, and a problem. */
export function parseConfig(text: string): { config: ConfigObject | undefined; problems: Problem[] } {
  const tooDeep = depthProblem(text);
  if (tooDeep !== undefined) return { config: undefined, problems: [tooDeep] };
  const errors: { error: number; offset: number; length: number }[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  const problems: Problem[] = errors.slice(0, 1).map(({ offset, length }) => ({
    code: 'config/json',
    severity: 'error',
    message: { en: 'This is not valid JSON from here on.', zh: '从此处起不是合法的 JSON。' },
    span: { start: offset, end: offset + length },
  }));
  if (root?.type === 'object') return { config: new ConfigObject(root), problems };
  problems.push({
    code: 'config/not-an-object',
    severity: 'error',
    message: {
      en: 'A model configuration is a JSON object; this is none.',
      zh: '模型配置应为 JSON 对象，此文件不是。',
    },
    span: { start: 0, end: Math.min(1, text.length) },
  });
  return { config: undefined, problems };
}

/** A configuration nests a handful of objects; the parser's own stack would end at some thousands. */
const deepest = 200;

/** jsonc-parser's SyntaxKind, a const enum that other modules cannot import. */
const [openBrace, closeBrace, openBracket, closeBracket, endOfText] = [1, 2, 3, 4, 17];

function depthProblem(text: string): Problem | undefined {
  const scanner = createScanner(text, true);
  let depth = 0;
  for (let token: number = scanner.scan(); token !== endOfText; token = scanner.scan()) {
    if (token === openBrace || token === openBracket) depth += 1;
    else if (token === closeBrace || token === closeBracket) depth -= 1;
    if (depth <= deepest) continue;
    const start = scanner.getTokenOffset();
    return {
      code: 'config/too-deep',
      severity: 'error',
      message: {
        en: `Objects and lists are nested more than ${deepest} deep here; no model's configuration is.`,
        zh: `此处对象与数组嵌套超过 ${deepest} 层，不是模型配置。`,
      },
      span: { start, end: start + 1 },
    };
  }
  return undefined;
}
