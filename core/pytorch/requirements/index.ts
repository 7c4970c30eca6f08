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
  pip: (text) => ({ requirements: readPipList(text), problems: [] }),
};

/** The packages that a file asks for; nothing where {@link isRequirementFile} does not know it. Never throws for bad input. */
export function readRequirementFile(path: string, text: string): { facts: ScriptFacts; problems: Problem[] } {
  const format = requirementFormat(path);
  const { requirements, problems } = format === undefined ? nothing : readers[format](text);
  const facts = { ...emptyScriptFacts(path, 'requirements', text), suppressions: suppressionsIn(text), requirements };
  return { facts, problems: [...problems] };
}

/** All of these formats begin a comment by `#`. */
function suppressionsIn(text: string): SuppressionFact[] {
  return [...text.matchAll(/#[ \t]*portolan:[^\n\r]*/g)].flatMap(
    ({ 0: said, index }) => suppressionOf(text, index, index + said.length) ?? [],
  );
}
