import { isMap, isPair, isScalar, isSeq, type Pair, parseAllDocuments, type Scalar, visit } from 'yaml';
import {
  type CommandFact,
  type EnvironmentFact,
  emptyScriptFacts,
  type ImageFact,
  type RequirementFact,
  type ScriptFacts,
  type SettingFact,
  type TextSpan,
} from '../model';
import { commentSuppressions } from './comment-suppressions';
import { imageAt } from './images';
import { isOfLightning } from './lightning';
import { placeOf } from './place';
import { shellFacts } from './shell-facts';

/** What a text must hold before it is worth its parsing: most YAML of a repository is hyperparameters. */
const worthReading =
  /\b(?:image|env|environment|run|command|entrypoint|args|script|setup|variables|driver|runtime|gpus?|runtimeClassName|mixed_precision|accelerator)\s*:/;
const variableMaps = /^(?:env|environment|envs|env_vars|variables)$/;
/** Settings that rules ask for: how containers get devices, and the precision of accelerate's configuration. */
const settings = /^(?:runtime|driver|gpus|runtimeClassName|nvidia\.com\/[\w.-]+|mixed_precision)$/;
const commands = /^(?:run|command|entrypoint|script|setup|before_script|after_script|args)$/;

/**
 * The facts of a YAML file that starts something (docker compose, Kubernetes, GitHub Actions, GitLab CI, SkyPilot): images,
 * environment variables, commands. Other YAML, and what is no YAML, has none.
 */
export function readYaml(path: string, text: string): ScriptFacts {
  const empty = { ...emptyScriptFacts(path, 'yaml', text), suppressions: commentSuppressions(text) };
  if (!worthReading.test(text)) return empty;
  const found = {
    commands: [] as CommandFact[],
    environment: [] as EnvironmentFact[],
    requirements: [] as RequirementFact[],
    images: [] as ImageFact[],
    settings: [] as SettingFact[],
  };
  // A template (`{{ .Values.x }}`) is no YAML; what could be read of it counts.
  const documents = parseAllDocuments(text, {
    keepSourceTokens: false,
    logLevel: 'silent',
    prettyErrors: false,
    uniqueKeys: false,
  });
  for (const document of Array.isArray(documents) ? documents : []) {
    visit(document, {
      Pair(_key, pair, ancestors) {
        read(pair);
        if (!isScalar(pair.value)) return;
        const name = nameOf(pair);
        if (settings.test(name) || (name === 'accelerator' && isOfLightning(pair, ancestors, text))) {
          setting(pair, pair.value, ancestors);
        }
      },
    });
  }
  return { ...empty, ...found };

  function nameOf({ key }: Pair): string {
    return isScalar(key) ? String(key.value) : '';
  }

  function setting(pair: Pair, said: Scalar, ancestors: readonly unknown[]): void {
    const [keySpan, valueSpan] = [inside(pair.key as Scalar), inside(said)];
    if (keySpan === undefined || valueSpan === undefined) return;
    const { value } = said;
    if (value !== null && typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return;
    const keys = [...ancestors.filter(isPair), pair].map(nameOf);
    found.settings.push({
      ...placeOf(text, { start: keySpan.start, end: valueSpan.end }),
      keys,
      keySpan,
      value,
      valueSpan,
    });
  }

  function read(pair: Pair): void {
    const { value } = pair;
    const name = nameOf(pair);
    if (name === 'image' && isScalar(value)) {
      const span = inside(value);
      const image = span && imageAt(text, span);
      if (image) found.images.push(image);
    } else if (variableMaps.test(name)) variables(value);
    else if (commands.test(name)) run(value);
  }

  /** `NAME: value`, `- NAME=value`, `- {name: NAME, value: ...}`. */
  function variables(value: unknown): void {
    if (isMap(value)) for (const pair of value.items) if (isScalar(pair.key)) variable(pair.key, pair.value);
    if (!isSeq(value)) return;
    for (const item of value.items) {
      if (isScalar(item)) found.environment.push(...(facts(item)?.environment ?? []));
      else if (isMap(item)) {
        const name = item.items.find((pair) => isPair(pair) && isScalar(pair.key) && pair.key.value === 'name');
        const said = item.items.find((pair) => isPair(pair) && isScalar(pair.key) && pair.key.value === 'value');
        if (name && isScalar(name.value)) variable(name.value, said?.value);
      }
    }
  }

  function variable(key: Scalar, value: unknown): void {
    const span = inside(key);
    const name = String(key.value);
    if (span === undefined || !/^[A-Za-z_]\w*$/.test(name)) return;
    const said = isScalar(value) && value.value !== null ? { value: String(value.value) } : {};
    found.environment.push({ ...placeOf(text, span), variable: name, nameSpan: span, use: 'write', ...said });
  }

  function run(value: unknown): void {
    if (isScalar(value)) {
      const part = facts(value);
      found.commands.push(...(part?.commands ?? []));
      found.environment.push(...(part?.environment ?? []));
      found.requirements.push(...(part?.requirements ?? []));
    } else if (isSeq(value)) {
      for (const item of value.items) run(item);
    }
  }

  /** A command's text is read where it stands: indentation is no more than blanks to a shell. */
  function facts(scalar: Scalar) {
    const span = inside(scalar);
    return span && shellFacts(text, span);
  }

  /** The scalar without its quotes or the head of its block. */
  function inside({ range, type }: Scalar): TextSpan | undefined {
    if (!range) return undefined;
    const [start, end] = range;
    if (type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE') return { start: start + 1, end: end - 1 };
    if (type !== 'BLOCK_LITERAL' && type !== 'BLOCK_FOLDED') return { start, end };
    const head = text.indexOf('\n', start);
    return head < 0 || head > end ? undefined : { start: head + 1, end };
  }
}
