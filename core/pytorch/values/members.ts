import { defaultDevice } from '../../model';
import { traitsOf } from './api-traits';
import { apiMember } from './api-values';
import type { Evaluator } from './evaluator';
import { ofCode } from './result-codes';
import { torchReturns } from './torch-returns';
import {
  atMost,
  int,
  isOnHost,
  isWorkspaceName,
  itself,
  onHost,
  tensor,
  text,
  unknown,
  type Value,
  weaker,
} from './value';
import { splitName, workspaceName } from './workspace-names';

/** What `object.name` is. */
export function memberOf(evaluator: Evaluator, object: Value, name: string, depth: number): Value {
  if (object === itself) return itself;
  if (object.instanceOf !== undefined) {
    const { value, isOpen } = evaluator.classes.member(object.instanceOf, name);
    if (value) return ofInstance(evaluator, object.instanceOf, name, value);
    if (object.kind === 'module') return ofModule(name, isOpen ? 'assumed' : object.certainty);
    return unknown;
  }
  switch (object.kind) {
    case 'api':
      return isWorkspaceName(object.name) ? ofWorkspace(evaluator, object, name, depth) : ofApi(object, name);
    case 'tensor':
      return ofTensor(object, name);
    case 'module':
      return ofModule(name, object.certainty);
    case 'device':
      if (name === 'type')
        return atMost({ ...text, ...(object.name ? { constant: object.name } : {}) }, object.certainty);
      return name === 'index' ? atMost(int, object.certainty) : unknown;
    default:
      return isOnHost(object) && /^(T|mT|H|mH|real|imag|data|flat|values)$/.test(name) ? onHost : unknown;
  }
}

/** A field's default is not what it holds: only what the class's own methods assign once is taken for that. */
function ofInstance(evaluator: Evaluator, owner: string, name: string, value: Value): Value {
  if (value.constant === undefined || value.constant === null) return value;
  const split = splitName(owner);
  const scope = split?.path === evaluator.path ? evaluator.classes.scopeAt(split.name) : undefined;
  const isSetOnce = scope?.attributes.get(name)?.length === 1 && !scope.names.has(name);
  return isSetOnce ? value : { ...value, constant: undefined };
}

function ofApi(object: Value, name: string): Value {
  const of = object.name!;
  const { isTensorMethod, isModuleMethod } = traitsOf(of);
  // A method has nothing of its own.
  if (isTensorMethod || isModuleMethod) return unknown;
  if (of === 'torch.Tensor' && !torchReturns().tensorNames.has(name)) return unknown;
  return apiMember(of, name, object.certainty);
}

function ofWorkspace(evaluator: Evaluator, object: Value, name: string, depth: number): Value {
  const split = splitName(object.name!);
  // A relative import that was not found.
  if (!split) return { ...object, name: `${object.name}.${name}` };
  if (split.name === '') {
    const value =
      split.path === evaluator.path
        ? evaluator.nameValue(name, evaluator.scopes.root, undefined, depth + 1)
        : evaluator.workspace.member(split.path, name);
    return value ? atMost(value, object.certainty) : unknown;
  }
  const { value } = evaluator.classes.member(object.name!, name);
  return value ?? { kind: 'unknown', certainty: 'guessed', name: workspaceName(split.path, `${split.name}.${name}`) };
}

function ofTensor(object: Value, name: string): Value {
  const { certainty } = object;
  switch (name) {
    case 'device':
      return { kind: 'device', certainty, ...(isNamed(object.device) ? { name: object.device } : {}) };
    case 'dtype':
      return { kind: 'dtype', certainty, ...(object.dtype ? { name: object.dtype } : {}) };
    case 'shape': {
      const elements = object.shape?.map((size) => (size === undefined ? int : { ...int, constant: size }));
      return { kind: 'tuple', certainty, element: int, ...(elements ? { elements } : {}) };
    }
    case 'data':
    case 'grad':
      return { ...object, kind: 'tensor' };
  }
  const code = torchReturns().attributes.get(name);
  // What rules ask by name (`x.is_cuda`) stays a name.
  if (code === 'b' || code === undefined) {
    // Attributes that the user hangs onto a tensor may be anything.
    return isTensorName(name) ? apiMember('torch.Tensor', name, certainty) : unknown;
  }
  const value = ofCode(code, certainty);
  if (value?.kind !== 'tensor') return value ?? unknown;
  return tensor(value.certainty, object.dtype, object.device);
}

const isNamed = (device: string | undefined) => device !== undefined && device !== defaultDevice;

/** Whether a tensor has something of this name; the plugins of accelerators add a method each. */
export function isTensorName(name: string): boolean {
  return torchReturns().tensorNames.has(name) || ofPlugins.has(name);
}

const ofPlugins = new Set(['npu', 'tpu', 'is_npu', 'is_tpu']);

function ofModule(name: string, certainty: Value['certainty']): Value {
  if (name === 'weight' || name === 'bias') return tensor(weaker(certainty, 'assumed'));
  if (name === 'training') return { kind: 'bool', certainty };
  // Anything else was registered under that name, and may be a tensor, a module or neither.
  const isOwn = torchReturns().moduleNames.has(name) || name === 'npu' || name === 'tpu';
  return isOwn ? apiMember('torch.nn.Module', name, certainty) : unknown;
}
