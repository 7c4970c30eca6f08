import { type ArgumentFact, type CallFact, type Certainty, keptByName, ownText, type ReferenceFact } from '../../model';
import { lookUp } from '../names/look-up';
import type { Scope } from '../names/scope';
import type { Argument, Attribute, Call, Expression, Name } from '../syntax/nodes';
import { traitsOf } from '../values/api-traits';
import type { Evaluator } from '../values/evaluator';
import { isTensorName } from '../values/members';
import { torchReturns } from '../values/torch-returns';
import { factOf, isWorkspaceName, unknown, type Value } from '../values/value';
import type { Surroundings } from './surroundings';

/** What the surrounding syntax makes of an expression. */
export type Role = 'with' | 'decorator' | 'statement' | 'value' | 'callee' | 'object' | 'store' | 'annotation' | 'base';

export interface NamedApi {
  readonly name: string;
  readonly certainty: Certainty;
  readonly receiver: CallFact['receiver'];
}

/** Calls and other uses of what is outside the workspace. */
export class Apis {
  readonly calls: CallFact[] = [];
  readonly references: ReferenceFact[] = [];

  constructor(private readonly evaluator: Evaluator) {}

  /**
   * What a name or attribute stands for outside this file; a method of something unknown is `?.name`. `ofTensors`: of those only
   * what tensors have too.
   */
  named(node: Name | Attribute, scope: Scope, ofTensors = false): NamedApi | undefined {
    const value = this.evaluator.value(node, scope);
    if (node.kind === 'Name') return isNamed(value) ? namedApi(value.name, value.certainty, undefined) : undefined;
    const object = this.evaluator.value(node.object, scope);
    if (value.kind === 'api' || value.kind === 'dtype') {
      return isNamed(value) ? namedApi(value.name, value.certainty, receiverOf(node, object)) : undefined;
    }
    // A property of a tensor whose value is known is asked for by its name all the same.
    if (object.kind === 'tensor' && isTensorName(node.name.id)) {
      return namedApi(nameOfTensors(node.name.id), object.certainty, receiverOf(node, object));
    }
    // A module that is called, a value that is kept in an attribute: known, and no API.
    if (value.kind !== 'unknown' && object.kind !== 'unknown') return undefined;
    if (ofTensors && !torchReturns().tensorNames.has(node.name.id)) return undefined;
    const receiver = receiverOf(node, object);
    return receiver && namedApi(nameOfUnknown(node.name.id), 'guessed', receiver);
  }

  call(node: Call, found: NamedApi, role: Role, around: Surroundings): void {
    const { callee } = node;
    const last = callee.kind === 'Attribute' ? callee.name : callee;
    const { argumentsSpan: list } = node;
    const isList = this.evaluator.text.charCodeAt(list.end - 1) === closing && list.end > list.start + 1;
    const { scope } = around;
    const passed: ArgumentFact[] = [];
    for (const argument of node.arguments) passed.push(this.argument(argument, scope));
    // Written out: thousands of these are made for a file.
    this.calls.push({
      span: { start: node.start, end: node.end },
      ported: around.ported,
      guard: around.guard,
      guarded: around.guarded,
      loopDepth: around.loopDepth,
      function: around.within,
      statement: around.statement,
      name: found.name,
      certainty: found.certainty,
      calleeSpan: { start: callee.start, end: callee.end },
      nameSpan: { start: last.start, end: last.end },
      arguments: passed,
      argumentsSpan: { start: list.start + 1, end: isList ? list.end - 1 : Math.max(list.start + 1, list.end) },
      receiver: found.receiver,
      result: factOf(this.evaluator.value(node, scope)),
      role: role === 'with' || role === 'decorator' || role === 'statement' ? role : 'value',
    });
  }

  private argument({ start, end, keyword, splat, value }: Argument, scope: Scope): ArgumentFact {
    return {
      keyword: keyword?.id,
      splat,
      span: { start, end },
      valueSpan: { start: value.start, end: value.end },
      value: splat ? unknown : factOf(this.evaluator.value(value, scope)),
      entries: keyword?.id === 'trainer_defaults' ? this.entries(value, scope) : undefined,
    };
  }

  /** `{"accelerator": "gpu"}`, `dict(accelerator="gpu")`; none where a part of it is not written out. */
  private entries(node: Expression, scope: Scope): readonly ArgumentFact[] {
    if (node.kind === 'Call') {
      const isOpen =
        node.callee.kind !== 'Name' || node.callee.id !== 'dict' || node.arguments.some(({ splat }) => splat);
      return isOpen ? [] : node.arguments.map((argument) => this.argument(argument, scope));
    }
    if (node.kind !== 'Dictionary' || node.entries.some(({ key }) => key === undefined)) return [];
    return node.entries.flatMap(({ key, value }) => {
      if (key?.kind !== 'String' || key.value === undefined) return [];
      const [span, valueSpan] = [
        { start: key.start, end: value.end },
        { start: value.start, end: value.end },
      ];
      return [
        { keyword: key.value, splat: undefined, span, valueSpan, value: factOf(this.evaluator.value(value, scope)) },
      ];
    });
  }

  reference(node: Name | Attribute, role: Role, assigned: Expression | undefined, around: Surroundings): void {
    if (role === 'callee' || role === 'object') return;
    if (node.kind === 'Name' && !this.isImported(node, around.scope)) return;
    const found = this.named(node, around.scope, true);
    if (!found) return;
    const last = node.kind === 'Attribute' ? node.name : node;
    this.references.push({
      span: { start: node.start, end: node.end },
      ported: around.ported,
      guard: around.guard,
      guarded: around.guarded,
      loopDepth: around.loopDepth,
      function: around.within,
      statement: around.statement,
      name: found.name,
      certainty: found.certainty,
      nameSpan: { start: last.start, end: last.end },
      receiver: found.receiver,
      use: useOf(role),
      assigned: assigned && factOf(this.evaluator.value(assigned, around.scope)),
    });
  }

  /** A variable that holds an API was given it elsewhere, where it is told. */
  private isImported(node: Name, scope: Scope): boolean {
    const found = lookUp(node.id, scope, node.start);
    if (found) return found.bindings.some(({ what }) => what.kind === 'import');
    return this.evaluator.scopes.root.stars.length > 0;
  }
}

function isNamed(value: Value): value is Value & { readonly name: string } {
  const { kind, name } = value;
  return (kind === 'api' || kind === 'dtype') && name !== undefined && !isWorkspaceName(name);
}

const namedApi = (name: string, certainty: Certainty, receiver: CallFact['receiver']): NamedApi => ({
  name,
  certainty,
  receiver,
});

/** What is called on the result of a call, or on a variable, has a receiver; what a module has, has none. */
function receiverOf({ object: node }: Attribute, object: Value): CallFact['receiver'] {
  if (object.kind === 'api' && !isMethod(object)) return undefined;
  return { span: { start: node.start, end: node.end }, value: factOf(object) };
}

function isMethod({ name }: Value): boolean {
  if (name === undefined) return false;
  const { isTensorMethod, isModuleMethod } = traitsOf(name);
  return isTensorMethod || isModuleMethod;
}

const nameOfTensors = keptByName((name) => ownText(`torch.Tensor.${name}`));
const nameOfUnknown = keptByName((name) => ownText(`?.${name}`));

const closing = ')'.charCodeAt(0);

function useOf(role: Role): ReferenceFact['use'] {
  return role === 'store' || role === 'annotation' || role === 'decorator' || role === 'base' ? role : 'load';
}
