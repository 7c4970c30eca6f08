import type { Certainty } from '../../model';
import type { Scope } from '../names/scope';
import type { Value } from './value';
import { workspaceName } from './workspace-names';

/** The classes and functions of one file as values: each is named once, however often it is used. */
export class Definitions {
  readonly #values = new Map<Scope, Value & { readonly name: string }>();

  /** Objects of classes that are modules, by the class's name. */
  readonly #modules = new Map<string, Value>();

  constructor(private readonly path: string) {}

  /** What the name of a class or function stands for, by its scope. */
  value(scope: Scope): Value & { readonly name: string } {
    let value = this.#values.get(scope);
    if (value === undefined) {
      value = { kind: 'api', certainty: 'proven', name: workspaceName(this.path, scope.path) };
      this.#values.set(scope, value);
    }
    return value;
  }

  /** An object of a class that is a module: `self` of every method. */
  module(name: string, certainty: Certainty): Value {
    let module = this.#modules.get(name);
    if (module?.certainty !== certainty) {
      module = { kind: 'module', certainty, name, instanceOf: name };
      this.#modules.set(name, module);
    }
    return module;
  }

  /** Its name among those of the workspace. */
  name(scope: Scope): string {
    return this.value(scope).name;
  }
}
