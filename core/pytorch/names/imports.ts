import { lastName } from '../syntax/children';
import type { Expression, Import, ImportedName, Statement, Try } from '../syntax/nodes';

export interface ImportBinding {
  /** What the alias stands for; of a star import, the module. Relative ones begin with dots. */
  readonly name: string;
  readonly alias: string;
  /** All that is imported: `torch.nn` of `import torch.nn`, whose alias `torch` stands for `torch`. */
  readonly imported: string;
  readonly isStar: boolean;
  readonly node: ImportedName;
}

export function importBindings({ from, names }: Import): ImportBinding[] {
  if (from === '__future__') return [];
  const prefix = from === undefined ? '' : from.endsWith('.') ? from : `${from}.`;
  return names.map((node) => {
    if (node.name === '*') return { name: from!, alias: '*', imported: from!, isStar: true, node };
    const imported = prefix + node.name;
    const first = node.name.split('.')[0]!;
    if (node.alias !== undefined) return { name: imported, alias: node.alias, imported, isStar: false, node };
    return { name: from === undefined ? first : imported, alias: first, imported, isStar: false, node };
  });
}

const importErrors = new Set(['ImportError', 'ModuleNotFoundError', 'Exception', 'BaseException']);

/** Whether a handler of this `try` catches a failed import. */
export function catchesImportError({ handlers }: Try): boolean {
  return handlers.some(({ caught }) => caught === undefined || namesError(caught, importErrors));
}

/** A shared library that is not there is an OSError, other than a module. */
const loadErrors = new Set(['OSError', 'EnvironmentError', 'IOError']);
const loaders = new Set(['CDLL', 'PyDLL', 'LoadLibrary', 'load_library']);

/** `try: cudart = ctypes.CDLL("libcudart.so")`, `except OSError: ...`: nothing but the load is tried, and its failure is caught. */
export function catchesFailedLoad({ body: { body }, handlers }: Try): boolean {
  const [tried, more] = body;
  if (tried === undefined || more !== undefined || !loadsLibrary(tried)) return false;
  return handlers.some(({ caught }) => caught !== undefined && namesError(caught, loadErrors));
}

/** What PyTorch raises that is built without CUDA. */
const refusals = new Set(['RuntimeError', 'AssertionError', 'Exception', 'BaseException']);

/** Whether a handler takes what raises without CUDA, and goes on. */
export function catchesRefusal({ handlers }: Try): boolean {
  return handlers.some(({ caught, body }) => {
    const goesOn = body.body.at(-1)?.kind !== 'Raise';
    return goesOn && (caught === undefined || namesError(caught, refusals));
  });
}

function loadsLibrary(statement: Statement): boolean {
  const { kind } = statement;
  const value = kind === 'Assign' || kind === 'Return' || kind === 'ExpressionStatement' ? statement.value : undefined;
  return value?.kind === 'Call' && loaders.has(lastName(value.callee));
}

function namesError(caught: Expression, errors: ReadonlySet<string>): boolean {
  if (caught.kind === 'Tuple') return caught.elements.some((element) => namesError(element, errors));
  return errors.has(lastName(caught));
}

/** `if TYPE_CHECKING:`. */
export function isTypeChecking(condition: Expression): boolean {
  const name = condition.kind === 'Attribute' ? condition.name : condition;
  return name.kind === 'Name' && name.id === 'TYPE_CHECKING';
}
