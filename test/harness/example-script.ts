import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { scriptKindOf } from '../../core/lint';
import { describeScript } from '../../core/lint/script';
import type { Problem, ScriptFacts } from '../../core/model';
import { createScriptProject, pythonParser, type ScriptIndex } from '../../core/pytorch';

/** The file that an example stands for, by its ending; bad-setup.py is a setup.py. */
const paths: Readonly<Record<string, string>> = {
  txt: '/requirements.txt',
  toml: '/pyproject.toml',
  yml: '/environment.yml',
  cfg: '/setup.cfg',
  lock: '/uv.lock',
  sh: '/run.sh',
  dockerfile: '/Dockerfile',
  yaml: '/compose.yaml',
  jsonc: '/ds_config.json',
};

interface Example {
  readonly facts: ScriptFacts;
  readonly problems: readonly Problem[];
  /** Of an example that has files beside it. */
  readonly index: ScriptIndex | undefined;
}

/**
 * The facts of a rule's example, as they would be of the file that it stands for.
 *
 * @param folder of the examples: files of `bad-files/` lie beside bad.py; `bad-in-nvidia.py` lies in a folder of that name
 */
export function readExample(name: string, text: string, folder?: string): Example {
  const [, inside] = /-in-(\w+)\.py$/.exec(name) ?? [];
  const script = inside === undefined ? '/script.py' : `/${inside}/script.py`;
  const path = paths[name.split('.').at(-1)!] ?? (name.endsWith('setup.py') ? '/setup.py' : script);
  const beside = folder && `${folder}/${name.split('.')[0]}-files`;
  const index = beside !== undefined && existsSync(beside) ? projectOf(beside, path, text) : undefined;
  return { ...describeScript({ path, kind: scriptKindOf(path)!, text }, pythonParser, index), index };
}

function projectOf(folder: string, path: string, text: string): ScriptIndex {
  const project = createScriptProject(pythonParser);
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    if (name.endsWith('.py'))
      project.update(`/${name.replaceAll('\\', '/')}`, readFileSync(`${folder}/${name}`, 'utf8'));
  project.update(path, text);
  return project;
}
