import {
  emptyScriptFacts,
  type Problem,
  type RequirementFact,
  type ScriptFacts,
  type SuppressionFact,
} from '../../model';
import { suppressionOf } from '../facts/suppressions';
import { readCondaEnvironment } from './conda-environment';
import { readPipList } from './pip-list';
import { readSetupConfiguration } from './setup-configuration';
import { readTomlProject } from './toml-project';

interface Reading {
  readonly requirements: readonly RequirementFact[];
  readonly problems: readonly Problem[];
}

/** What a file is by its name; setup.py is Python, and its requirements are among the facts of the script. */
const readers: readonly (readonly [name: RegExp, read: (text: string) => Reading])[] = [
  [/^(pyproject\.toml|Pipfile)$/, readTomlProject],
  [/^setup\.cfg$/, (text) => ({ requirements: readSetupConfiguration(text), problems: [] })],
  [/^(conda[-_.])?env(ironment)?([-_.][\w.-]*)?\.ya?ml$|^conda\.ya?ml$/i, readCondaEnvironment],
  [/requirements?[\w.-]*\.(txt|in)$|^constraints?[\w.-]*\.(txt|in)$/i, pipList],
];

/** Whether the file at `path` lists packages: requirements*.txt, requirements/*.txt, pyproject.toml, environment.yml, ... */
export function isRequirementFile(path: string): boolean {
  return readerOf(path) !== undefined;
}

/** The packages that a file asks for; nothing where {@link isRequirementFile} does not know it. Never throws for bad input. */
export function readRequirementFile(path: string, text: string): { facts: ScriptFacts; problems: Problem[] } {
  const { requirements, problems } = readerOf(path)?.(text) ?? { requirements: [], problems: [] };
  const facts = { ...emptyScriptFacts(path, 'requirements', text), suppressions: suppressionsIn(text), requirements };
  return { facts, problems: [...problems] };
}

function readerOf(path: string): ((text: string) => Reading) | undefined {
  const parts = path.split(/[\\/]/);
  const name = parts.at(-1)!;
  const known = readers.find(([pattern]) => pattern.test(name))?.[1];
  return known ?? (/^(requirements|reqs)$/i.test(parts.at(-2) ?? '') && /\.(txt|in)$/.test(name) ? pipList : undefined);
}

function pipList(text: string): Reading {
  return { requirements: readPipList(text), problems: [] };
}

/** All of these formats begin a comment by `#`. */
function suppressionsIn(text: string): SuppressionFact[] {
  return [...text.matchAll(/#[ \t]*portolan:[^\n\r]*/g)].flatMap(
    ({ 0: said, index }) => suppressionOf(text, index, index + said.length) ?? [],
  );
}
