import { jitDecorator } from '../facts/definitions';
import type { DeviceFlow } from '../facts/device-flow';
import { deviceFlowOf } from '../facts/walk';
import { isPlainlyDecorated } from '../values/decorators';
import type { Evaluator } from '../values/evaluator';
import { memberOf } from '../values/members';
import { itself, unknown, type Value } from '../values/value';
import { type ClassView, type DeviceParameter, type WorkspaceNames, workspaceName } from '../values/workspace-names';
import type { ModuleOutlines } from './module-outlines';
import type { ModulePaths } from './module-paths';

/** Longer ways from file to file are not followed. */
const longestWay = 30;

interface Answers {
  readonly members: Map<string, Value | undefined>;
  readonly returned: Map<string, Value | undefined>;
  readonly classes: Map<string, ClassView | undefined>;
  readonly kernels: Map<string, boolean>;
  readonly deviceParameters: Map<string, readonly DeviceParameter[] | undefined>;
}

/** The syntax of the workspace's files. */
export interface SyntaxOfFiles {
  /** Parses the file where its syntax is not kept; undefined for what is no file of the workspace. */
  evaluatorOf(path: string): Evaluator | undefined;
  /** The file's syntax stays while `action` runs. */
  during<T>(path: string, action: () => T): T;
}

/** What files of a workspace say to each other. Answers are kept when the syntax that they were found in is not. */
export class OtherFiles implements WorkspaceNames {
  private readonly answers = new Map<string, Answers>();
  /** A file's devices are followed once for all its functions. */
  private readonly flows = new WeakMap<Evaluator, DeviceFlow>();
  private readonly asked = new Set<string>();
  private way = 0;
  /** Questions that were not answered because they, or too many, were being asked already. */
  private cut = 0;

  constructor(
    private readonly modules: ModulePaths,
    private readonly outlines: ModuleOutlines,
    private readonly syntax: SyntaxOfFiles,
  ) {}

  forget(path: string): void {
    this.answers.delete(path);
    this.outlines.forget(path);
  }

  forgetAll(): void {
    this.answers.clear();
    this.outlines.forgetImports();
  }

  imported(importer: string, name: string): Value | undefined {
    const found = this.modules.find(importer, name);
    if (!found) return undefined;
    const dots = /^\.*/.exec(name)![0].length;
    const [first, ...rest] = name
      .slice(dots)
      .split('.')
      .filter((part) => part !== '')
      .slice(found.parts);
    if (first === undefined) return { kind: 'api', certainty: 'proven', name: workspaceName(found.path, '') };
    let value = this.member(found.path, first) ?? unknown;
    const evaluator = rest.length > 0 ? this.syntax.evaluatorOf(found.path) : undefined;
    for (const part of rest) value = evaluator ? memberOf(evaluator, value, part, 1) : unknown;
    return value;
  }

  member(path: string, name: string): Value | undefined {
    const { members } = this.answersOf(path);
    if (members.has(name)) return members.get(name);
    if (!this.outlines.has(path, name)) {
      members.set(name, undefined);
      return undefined;
    }
    return this.answer(path, 'members', name, (evaluator): Value | undefined => {
      const { root } = evaluator.scopes;
      if (root.names.has(name)) return evaluator.nameValue(name, root, undefined, 0);
      for (const module of root.stars) {
        const value = this.starred(path, module, name);
        if (value) return value;
      }
      const submodule = this.modules.submodule(path, name);
      return submodule === undefined
        ? starredFromTorch(evaluator, name)
        : { kind: 'api', certainty: 'proven', name: workspaceName(submodule, '') };
    });
  }

  starred(importer: string, module: string, name: string): Value | undefined {
    const path = this.outlines.starred(importer, module, name);
    return path === undefined ? undefined : this.member(path, name);
  }

  classOf(path: string, name: string): ClassView | undefined {
    return this.answer(path, 'classes', name, (evaluator) => {
      const view = evaluator.classes.view(workspaceName(path, name));
      if (!view) return undefined;
      const members = new Map<string, Value | undefined>();
      return {
        bases: [...view.bases],
        isOpen: view.isOpen,
        member: (member) => {
          if (!members.has(member)) {
            // The syntax may have been let go of since.
            const own = this.syntax.evaluatorOf(path)?.classes.view(workspaceName(path, name));
            members.set(
              member,
              this.crossing(path, () => whole(own?.member(member))),
            );
          }
          return members.get(member);
        },
      };
    });
  }

  returned(path: string, name: string): Value | undefined {
    return this.answer(path, 'returned', name, (evaluator) => evaluator.returned(workspaceName(path, name), 0));
  }

  isKernel(path: string, name: string): boolean {
    const found = this.answer(path, 'kernels', name, (evaluator) => {
      const scope = evaluator.classes.scopeAt(name);
      const isFunction = scope?.node.kind === 'Function' && scope.parent !== undefined;
      return isFunction && jitDecorator(scope.node as never, scope.parent!, evaluator) !== undefined;
    });
    return found ?? false;
  }

  deviceParameters(path: string, name: string): readonly DeviceParameter[] | undefined {
    return this.answer(path, 'deviceParameters', name, (evaluator) => {
      const scope = evaluator.classes.scopeAt(name);
      const parameters = this.flowOf(evaluator).parametersOf(name);
      // What an unknown decorator makes of a function may take something else.
      if (scope === undefined || scope.kind === 'class' || isPlainlyDecorated(scope)) return parameters;
      return parameters?.map(({ name, sink }) => ({ name, sink: sink && { ...sink, certainty: 'assumed' } }));
    });
  }

  private flowOf(evaluator: Evaluator): DeviceFlow {
    const known = this.flows.get(evaluator);
    if (known !== undefined) return known;
    const flow = deviceFlowOf(evaluator);
    this.flows.set(evaluator, flow);
    return flow;
  }

  private answer<K extends keyof Answers>(
    path: string,
    kind: K,
    name: string,
    find: (evaluator: Evaluator) => AnswerOf<K>,
  ): AnswerOf<K> | undefined {
    const known = this.answersOf(path)[kind] as Map<string, AnswerOf<K>>;
    if (known.has(name)) return known.get(name);
    // Files that import each other: what is being asked for already is not known yet.
    const key = `${kind} ${path} ${name}`;
    if (this.asked.has(key)) {
      this.cut++;
      return undefined;
    }
    const cutBefore = this.cut;
    const evaluator = this.syntax.evaluatorOf(path);
    if (!evaluator) return undefined;
    this.asked.add(key);
    const found = this.crossing(path, () => find(evaluator));
    this.asked.delete(key);
    const answer = whole(found);
    // What was found on a way that was cut, or within a cycle, may be less than there is.
    if (this.asked.size === 0 || this.cut === cutBefore) known.set(name, answer as AnswerOf<K>);
    return answer;
  }

  private crossing<T>(path: string, find: () => T): T | undefined {
    if (this.way >= longestWay) {
      this.cut++;
      return undefined;
    }
    this.way++;
    try {
      return this.syntax.during(path, find);
    } finally {
      this.way--;
    }
  }

  private answersOf(path: string): Answers {
    let answers = this.answers.get(path);
    if (answers === undefined) {
      answers = {
        members: new Map(),
        returned: new Map(),
        classes: new Map(),
        kernels: new Map(),
        deviceParameters: new Map(),
      };
      this.answers.set(path, answers);
    }
    return answers;
  }
}

type AnswerOf<K extends keyof Answers> = Answers[K] extends Map<string, infer V> ? V : never;

const whole = <T>(found: T): T => (found === itself ? (unknown as T) : found);

/** What `from torch.nn.functional import *` in a file of the workspace hands on. */
function starredFromTorch(evaluator: Evaluator, name: string): Value | undefined {
  const value = evaluator.nameValue(name, evaluator.scopes.root, undefined, 0);
  return value.kind === 'unknown' ? undefined : value;
}
