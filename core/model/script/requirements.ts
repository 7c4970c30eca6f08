import type { TextSpan } from '../place';
import type { ScriptPlace } from './script-place';

/**
 * A requirement of requirements.txt, pyproject.toml, environment.yml, setup.cfg, setup.py, or of a lock file. What an extra or a dependency
 * group asks for is `guarded`. Its `statement` is the whole entry: quotes, a key, or continued lines included.
 */
export interface RequirementFact extends ScriptPlace {
  /** Normalised as PEP 503 says: lower case, `-` for runs of `-_.`. */
  readonly name: string;
  readonly nameSpan: TextSpan;
  /** Such as `>=2.1,<3`; empty where none. */
  readonly specifier: string;
  readonly specifierSpan?: TextSpan | undefined;
  /** The condition behind `;`: `sys_platform == 'linux'`. */
  readonly marker?: string | undefined;
  /** The extra or the dependency group that it belongs to. */
  readonly group?: string | undefined;
  /**
   * Of a lock file, which names exact releases of all packages of an environment: the packages that ask for it there (of a
   * Pipfile.lock that is not known), and the specifiers by which the project itself does.
   */
  readonly locked?: { readonly by: readonly string[]; readonly asked: readonly string[] } | undefined;
  /** Where `pip install` is told to take it from: the address of an index. */
  readonly index?: { readonly address: string; readonly span: TextSpan } | undefined;
}
