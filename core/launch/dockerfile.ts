import {
  type CommandFact,
  type EnvironmentFact,
  emptyScriptFacts,
  type ImageFact,
  type RequirementFact,
  type ScriptFacts,
  type TextSpan,
} from '../model';
import { commentSuppressions } from './comment-suppressions';
import { imageAt } from './images';
import { placeOf } from './place';
import { shellFacts } from './shell-facts';

/** An instruction up to the line that does not go on: `RUN a && \` continues, with comment lines in between. */
const instruction =
  /^[ \t]*(?<name>[A-Za-z]+)[ \t]+(?<body>(?:[^\n\\]|\\(?!\r?\n)|\\\r?\n(?:[ \t]*#[^\n]*(?:\n|$))*)*)/dgm;

/** The facts of a Dockerfile: its images, the variables that it sets, what its commands start and install. */
export function readDockerfile(path: string, text: string): ScriptFacts {
  const commands: CommandFact[] = [];
  const environment: EnvironmentFact[] = [];
  const requirements: RequirementFact[] = [];
  const images: ImageFact[] = [];
  const stages = new Set<string>();
  /** Where the last here-document ends: its lines are no instructions. */
  let documentEnd = 0;
  for (const match of text.matchAll(instruction)) {
    const [start, end] = match.indices!.groups!['body']!;
    if (start < documentEnd) continue;
    const document = hereDocument({ start, end });
    const body = document ?? { start, end };
    documentEnd = document?.end ?? documentEnd;
    switch (match.groups!['name']!.toUpperCase()) {
      case 'FROM':
        from(body);
        break;
      case 'ENV':
      case 'ARG':
        environment.push(...variables(body));
        break;
      case 'RUN':
      case 'CMD':
      case 'ENTRYPOINT':
        run(body);
        break;
    }
  }
  return {
    ...emptyScriptFacts(path, 'dockerfile', text),
    commands,
    environment,
    requirements,
    images,
    suppressions: commentSuppressions(text),
  };

  /** The lines of `RUN <<EOF`, up to the one that ends them; those of another program than a shell are none's. */
  function hereDocument({ start, end }: TextSpan): TextSpan | undefined {
    const { delimiter, tabs } =
      /^(?:--\S+\s+)*<<(?<tabs>-?)(["']?)(?<delimiter>\w+)\2\s*$/.exec(text.slice(start, end))?.groups ?? {};
    if (delimiter === undefined) return undefined;
    const last = new RegExp(`^${tabs ? '\\t*' : ''}${delimiter}\\r?$`, 'm').exec(text.slice(end));
    return { start: Math.min(end + 1, text.length), end: last === null ? text.length : end + last.index };
  }

  /** `FROM ${base}`: the image that `ARG base=...` names. */
  function imageOfArgument(name: string): ImageFact | undefined {
    const argument = environment.find(({ variable, value }) => variable === name && value !== undefined);
    if (argument?.value === undefined) return undefined;
    const start = text.indexOf(argument.value, argument.nameSpan.end);
    return start < 0 ? undefined : imageAt(text, { start, end: start + argument.value.length });
  }

  function from({ start, end }: TextSpan): void {
    const match = /^(?:--\S+\s+)*(?<image>\S+)(?:\s+AS\s+(?<stage>\S+))?/di.exec(text.slice(start, end));
    const [at, to] = match?.indices?.groups?.['image'] ?? [0, 0];
    const argument = /^\$\{?(\w+)\}?$/.exec(match?.groups?.['image'] ?? '')?.[1];
    const fact =
      argument === undefined ? imageAt(text, { start: start + at, end: start + to }) : imageOfArgument(argument);
    // A stage of the file itself is no image.
    if (fact !== undefined && !stages.has(fact.image)) images.push(fact);
    const stage = match?.groups?.['stage'];
    if (stage !== undefined) stages.add(stage);
  }

  /** `ENV A=b C="d e"`, and the old form `ENV A b`. */
  function variables(body: TextSpan): readonly EnvironmentFact[] {
    const said = text.slice(body.start, body.end);
    const old = /^(?<name>\w+)[ \t]+(?<value>[^=\s].*)$/s.exec(said);
    if (old === null) return shellFacts(text, body).environment;
    const { name, value } = old.groups as { name: string; value: string };
    const nameSpan = { start: body.start, end: body.start + name.length };
    return [{ ...placeOf(text, body), variable: name, nameSpan, use: 'write', value: value.trim() }];
  }

  function run(body: TextSpan): void {
    const said = text.slice(body.start, body.end);
    const facts = said.startsWith('[') ? execForm(body) : shellFacts(text, body);
    commands.push(...facts.commands);
    environment.push(...facts.environment);
    requirements.push(...facts.requirements);
  }

  /** `["python", "train.py"]`: one command, its words in double quotes. */
  function execForm(body: TextSpan): { commands: CommandFact[]; environment: []; requirements: [] } {
    const words = [...text.slice(body.start, body.end).matchAll(/"(?<word>(?:[^"\\]|\\.)*)"/dg)].map((match) => {
      const [start, end] = match.indices!.groups!['word']!;
      return { text: match.groups!['word']!, span: { start: body.start + start, end: body.start + end } };
    });
    const [first, ...rest] = words;
    if (first === undefined) return { commands: [], environment: [], requirements: [] };
    const name = first.text.slice(first.text.lastIndexOf('/') + 1);
    return {
      commands: [{ ...placeOf(text, body), name, nameSpan: first.span, words: rest }],
      environment: [],
      requirements: [],
    };
  }
}
