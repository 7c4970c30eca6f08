import { scriptKindOf } from '../../core/lint';
import { describeScript } from '../../core/lint/script';
import type { Problem, ScriptFacts } from '../../core/model';
import { pythonParser } from '../../core/pytorch';

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

/** The facts of a rule's example, as they would be of the file that it stands for. */
export function readExample(name: string, text: string): { facts: ScriptFacts; problems: readonly Problem[] } {
  const path = paths[name.split('.').at(-1)!] ?? (name.endsWith('setup.py') ? '/setup.py' : '/script.py');
  return describeScript({ path, kind: scriptKindOf(path)!, text }, pythonParser);
}
