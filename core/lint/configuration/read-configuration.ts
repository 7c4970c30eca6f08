import { createScanner, type Node, type ParseError, parseTree } from 'jsonc-parser';
import { codes } from '../../../rules/checks/codes.generated';
import type { Localized, Precision, Problem, Route, ShimName } from '../../model';
import { unusableTarget } from '../plan';
import {
  type Ignore,
  isSize,
  type Level,
  levels,
  precisions,
  routes,
  type SettingsLayer,
  shimNames,
} from '../settings';
import { type Threshold, thresholds } from '../severity';
import { syntaxMessage } from './configuration-syntax';

/** A configuration as it was written: what it says, and what is wrong with it, located in its text. */
export interface Configuration {
  readonly path: string;
  readonly settings: SettingsLayer;
  readonly problems: readonly Problem[];
}

/** No configuration nests deeper than 4; what does is not one, and would exhaust the parser's stack. */
const deepest = 32;

/**
 * Reads a portolan.config.json: JSON with comments and trailing commas. What is wrong is left out and told; the rest
 * holds. `path` is where it was found: globs over files count from its folder.
 */
export function readConfiguration(text: string, path: string): Configuration {
  const problems: Problem[] = [];
  const reader = new Reader(path, problems);
  if (depthOf(text) > deepest) {
    reader.say({ offset: 0, length: 1 }, 'configuration/not-a-configuration', {
      en: `Nested deeper than ${deepest}: this is no configuration of Portolan.`,
      zh: `嵌套超过 ${deepest} 层：这不是 Portolan 的配置文件。`,
    });
    return { path, settings: {}, problems };
  }
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  for (const { error, offset, length } of errors) {
    reader.say({ offset, length }, 'configuration/syntax', syntaxMessage(error));
  }
  return { path, settings: root === undefined ? {} : reader.settings(root), problems };
}

function depthOf(text: string): number {
  const scanner = createScanner(text, true);
  let depth = 0;
  let most = 0;
  // Token kinds of jsonc-parser: 1 and 3 open a brace or bracket, 2 and 4 close it, 17 ends the text.
  for (let token: number = scanner.scan(); token !== 17; token = scanner.scan()) {
    if (token === 1 || token === 3) most = Math.max(most, ++depth);
    if (token === 2 || token === 4) depth--;
  }
  return most;
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

class Reader {
  constructor(
    private readonly path: string,
    private readonly problems: Problem[],
  ) {}

  settings(root: Node): SettingsLayer {
    const layer: Writable<SettingsLayer> = {};
    this.object(root, {
      $schema: (node) => this.string(node),
      targets: (node) => {
        layer.targets = this.list(node, (item) => this.target(item));
      },
      routes: (node) => {
        layer.routes = this.list(node, (item) => this.oneOf<Route>(item, routes));
      },
      precision: (node) => {
        layer.precision = this.byTarget<Precision>(node, precisions);
      },
      dimensions: (node) => {
        layer.dimensions = this.dimensions(node);
      },
      shim: (node) => {
        layer.shims = this.byTarget<ShimName>(node, shimNames);
      },
      torch: (node) => {
        const release = this.string(node);
        if (release !== undefined) layer.torch = release;
      },
      rules: (node) => {
        layer.levels = this.levels(node);
      },
      ignores: (node) => {
        layer.ignores = this.list(node, (item) => this.ignore(item));
      },
      threshold: (node) => {
        const threshold = this.oneOf<Threshold>(node, thresholds);
        if (threshold !== undefined) layer.threshold = threshold;
      },
    });
    return layer;
  }

  say({ offset, length }: Pick<Node, 'offset' | 'length'>, code: string, message: Localized): undefined {
    this.problems.push({ code, severity: 'error', message, span: { start: offset, end: offset + length } });
  }

  /** Calls the reader of each key; keys without one, and second mentions of a key, are told. */
  private object(node: Node, readers: Readonly<Record<string, (value: Node) => void>>): void {
    const seen = new Set<string>();
    for (const { key, value, node: property } of this.entries(node)) {
      const read = Object.hasOwn(readers, key) ? readers[key] : undefined;
      if (seen.has(key)) {
        this.say(property, 'configuration/duplicate-key', {
          en: `${JSON.stringify(key)} is set twice; the last one holds.`,
          zh: `${JSON.stringify(key)} 重复设置，以最后一次为准。`,
        });
      }
      seen.add(key);
      if (read !== undefined) read(value);
      else {
        this.say(property, 'configuration/unknown-key', {
          en: `There is no setting ${JSON.stringify(key)} here; known are ${Object.keys(readers).join(', ')}.`,
          zh: `此处没有名为 ${JSON.stringify(key)} 的设置；可用的有 ${Object.keys(readers).join('、')}。`,
        });
      }
    }
  }

  private entries(node: Node): { readonly key: string; readonly value: Node; readonly node: Node }[] {
    if (node.type !== 'object') {
      this.wrongType(node, { en: 'an object', zh: '对象' });
      return [];
    }
    return (node.children ?? []).flatMap(({ children: [key, value] = [] }) =>
      key === undefined || value === undefined ? [] : [{ key: String(key.value), value, node: key }],
    );
  }

  private list<T>(node: Node, item: (item: Node) => T | undefined): T[] {
    if (node.type !== 'array') {
      this.wrongType(node, { en: 'a list', zh: '列表' });
      return [];
    }
    return (node.children ?? []).map(item).filter((value) => value !== undefined);
  }

  private string(node: Node): string | undefined {
    if (node.type === 'string') return node.value as string;
    return this.wrongType(node, { en: 'a string', zh: '字符串' });
  }

  private wrongType(node: Node, expected: Localized): undefined {
    return this.say(node, 'configuration/wrong-type', {
      en: `This has to be ${expected.en}.`,
      zh: `此处应为${expected.zh}。`,
    });
  }

  private oneOf<T extends string>(node: Node, choices: readonly T[]): T | undefined {
    const value = this.string(node);
    if (value === undefined || choices.includes(value as T)) return value as T | undefined;
    return this.say(node, 'configuration/unknown-value', {
      en: `${JSON.stringify(value)} is none of ${choices.join(', ')}.`,
      zh: `${JSON.stringify(value)} 不在可选值之列：${choices.join('、')}。`,
    });
  }

  private target(node: Node): string | undefined {
    const id = this.string(node);
    if (id === undefined) return undefined;
    const problem = unusableTarget(id);
    return problem === undefined ? id : this.say(node, problem.code, problem.message);
  }

  /** One value for all targets, or an object of them by target. */
  private byTarget<T extends string>(node: Node, choices: readonly T[]): ReadonlyMap<string, T> {
    const read = new Map<string, T>();
    const set = (target: string, value: Node): void => {
      const choice = this.oneOf(value, choices);
      if (choice !== undefined) read.set(target, choice);
    };
    if (node.type === 'string') set('*', node);
    else {
      for (const entry of this.entries(node)) {
        if (entry.key === '*' || this.target(entry.node) !== undefined) set(entry.key, entry.value);
      }
    }
    return read;
  }

  private dimensions(node: Node): ReadonlyMap<string, number> {
    const read = new Map<string, number>();
    for (const { key, value } of this.entries(node)) {
      if (isSize(value.value)) read.set(key, value.value);
      else
        this.wrongType(value, {
          en: 'the size of a dimension: an integer from 1 on',
          zh: '维度大小，即不小于 1 的整数',
        });
    }
    return read;
  }

  private levels(node: Node): ReadonlyMap<string, Level> {
    const read = new Map<string, Level>();
    for (const entry of this.entries(node)) {
      const level = this.oneOf(entry.value, levels);
      if (this.rule(entry.node) !== undefined && level !== undefined) read.set(entry.key, level);
    }
    return read;
  }

  private rule(node: Node): string | undefined {
    const code = this.string(node);
    if (code === undefined || codes.includes(code)) return code;
    return this.say(node, 'configuration/unknown-rule', {
      en: `There is no rule ${JSON.stringify(code)}; \`portolan rules\` lists them all.`,
      zh: `没有名为 ${JSON.stringify(code)} 的规则；可用 \`portolan rules\` 查看全部规则。`,
    });
  }

  private ignore(node: Node): Ignore | undefined {
    const before = this.problems.length;
    const read: { -readonly [Key in keyof Ignore]?: Ignore[Key] | undefined } = {};
    this.object(node, {
      rule: (value) => {
        read.rule = this.rule(value);
      },
      node: (value) => {
        read.node = this.string(value);
      },
      file: (value) => {
        read.file = this.string(value);
      },
      target: (value) => {
        read.target = this.target(value);
      },
      reason: (value) => {
        read.reason = this.string(value);
      },
    });
    // Half of an ignore would hide more than was meant.
    if (this.problems.length > before) return undefined;
    if (read.rule === undefined && read.node === undefined && read.file === undefined) {
      return this.say(node, 'configuration/empty-ignore', {
        en: 'An ignore has to name a rule, a node or a file.',
        zh: '忽略规则至少要指定 rule、node、file 之一。',
      });
    }
    if (read.reason === undefined || read.reason.trim() === '') {
      return this.say(node, 'configuration/ignore-without-reason', {
        en: 'An ignore has to give its reason, for whoever reads it next.',
        zh: '忽略规则必须写明原因（reason），以便后来者理解。',
      });
    }
    const span = { start: node.offset, end: node.offset + node.length };
    return { ...read, reason: read.reason, configuration: this.path, span };
  }
}
