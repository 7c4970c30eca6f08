import {
  emptyScriptFacts,
  type Problem,
  type RequirementFact,
  type ScriptFacts,
  type SuppressionFact,
} from '../../model';
import { suppressionOf } from '../facts/suppressions';
import { readCondaEnvironment } from './conda-environment';
import { type RequirementFormat, requirementFormat } from './formats';
import { readLockFile } from './lock-file';
import { readPipList } from './pip-list';
import { readSetupConfiguration } from './setup-configuration';
import { readTomlProject } from './toml-project';

interface Reading {
  readonly requirements: readonly RequirementFact[];
  readonly problems: readonly Problem[];
}

const nothing: Reading = { requirements: [], problems: [] };

const readers: Readonly<Record<RequirementFormat, (text: string) => Reading>> = {
  toml: readTomlProject,
  'setup-cfg': (text) => ({ requirements: readSetupConfiguration(text), problems: [] }),
  conda: readCondaEnvironment,
  lock: (text) => ({ requirements: readLockFile(text), problems: [] }),
  pip: (text) => ({ requirements: readPipList(text), problems: [] }),
};

/**
 * The packages that a file asks for; nothing where {@link isRequirementFile} does not know it. Never throws for bad input.
 */
export function readRequirementFile(
  path: string,
  text: string,
  /** Of a lock file: what the project asks for in the list that it was made from. */
  askedFor: readonly RequirementFact[] = [],
): { facts: ScriptFacts; problems: Problem[] } {
  const format = requirementFormat(path);
  const { requirements: read, problems } = format === undefined ? nothing : readers[format](text);
  const requirements = askedFor.length === 0 ? read : read.map((one) => withAsked(one, askedFor));
  const facts = { ...emptyScriptFacts(path, 'requirements', text), suppressions: suppressionsIn(text), requirements };
  return { facts, problems: [...problems] };
}

function withAsked(requirement: RequirementFact, askedFor: readonly RequirementFact[]): RequirementFact {
  const { locked, name } = requirement;
  if (locked === undefined) return requirement;
  const asked = askedFor.filter((one) => one.name === name).map(({ specifier }) => specifier);
  return { ...requirement, locked: { ...locked, asked: [...locked.asked, ...asked] } };
}

/** All of these formats begin a comment by `#`. */
function suppressionsIn(text: string): SuppressionFact[] {
  return [...text.matchAll(/#[ \t]*portolan:[^\n\r]*/g)].flatMap(
    ({ 0: said, index }) => suppressionOf(text, index, index + said.length) ?? [],
  );
}
