import type { ImportFact, ScriptFacts, WholeFile } from '../../model';
import type { ScriptIndex } from '../../pytorch';
import { isForTarget } from './counterpart';

/** Folders of a project that hold copies of others' code, under the names that projects give them. */
const copies = /^(third[_-]?party|3rd[_-]?party|_?vendored|_vendor)$/i;
const ofNvidia = /^(nvidia|cuda)$/i;
/** What folders are called that stand beside one for NVIDIA's hardware. */
const ofOthers = [
  'amd',
  'rocm',
  'hip',
  'xpu',
  'intel',
  'npu',
  'ascend',
  'tpu',
  'musa',
  'hpu',
  'gaudi',
  'mlu',
  'metal',
  'mps',
];
/** Languages for kernels on NVIDIA's hardware alone: CuTe DSL, cuTile. */
const languages = /^(cutlass|cuda\.tile)(\.|$)/;

/** Why what is found in a file is told as one: not line by line, as its lines are not what is to be ported. */
export function wholeFileOf(facts: ScriptFacts, type: string, index: ScriptIndex | undefined): WholeFile | undefined {
  if (facts.kind !== 'python') return undefined;
  return byFolder(facts.path, type, index) ?? kernelsOf(facts);
}

function byFolder(path: string, type: string, index: ScriptIndex | undefined): WholeFile | undefined {
  return copyOf(path, index) ?? backendOf(path, type, index) ?? ownFileOf(path, type, index);
}

/** `platforms/cuda.py` beside `platforms/xpu.py`; `cuda_communicator.py` beside `cpu_communicator.py`. */
function ownFileOf(path: string, type: string, index: ScriptIndex | undefined): WholeFile | undefined {
  const start = path.lastIndexOf('/') + 1;
  const file = path.slice(start);
  const word = /(?<=^|_)(?:nvidia|cuda)(?=[_.])/;
  if (!word.test(file) || index?.has === undefined) return undefined;
  const named = (name: string) => file.replace(word, name);
  const pathOf = (name: string) => path.slice(0, start) + named(name);
  const others = [...ofOthers, 'cpu'].filter((name) => index.has!(pathOf(name)));
  const side = sideOf(file, others, others.map(named), type);
  return side && { ...side, isTargets: side.isTargets && isForTarget(pathOf(type), type, index) };
}

function sideOf(
  folder: string,
  others: readonly string[],
  beside: readonly string[],
  type: string,
): Extract<WholeFile, { readonly kind: 'nvidia-backend' }> | undefined {
  const own = type === 'npu' ? ['npu', 'ascend'] : [type];
  const isTargets = others.some((name) => own.includes(name));
  return others.length === 0 ? undefined : { kind: 'nvidia-backend', folder, beside, isTargets };
}

/** What the folders around a script say of it on each target: what is told of it changes with them. */
export function sidesOf(path: string, index: ScriptIndex | undefined): string {
  return JSON.stringify(['npu', 'tpu'].map((type) => byFolder(path, type, index)));
}

/** `third_party/deep_gemm` of a project that has more than that. */
function copyOf(path: string, index: ScriptIndex | undefined): WholeFile | undefined {
  const parts = path.split('/');
  const at = parts.slice(0, -1).findIndex((part) => copies.test(part));
  if (at < 0 || !isPartOf(parts, at, index)) return undefined;
  const inside = parts.length - at > 2 ? `/${parts[at + 1]}` : '';
  return { kind: 'third-party', folder: parts[at]! + inside };
}

/** The innermost folder for NVIDIA's hardware, where the same choice has one for another's: beside it, or as in `models/NAME/amd`. */
function backendOf(path: string, type: string, index: ScriptIndex | undefined): WholeFile | undefined {
  const parts = path.split('/');
  const at = parts.slice(0, -1).findLastIndex((part) => ofNvidia.test(part));
  if (at < 1 || !isPartOf(parts, at, index)) return undefined;
  const parent = `${parts.slice(0, at).join('/')}/`;
  const above = `${parts.slice(0, at - 1).join('/')}/`;
  const others = ofOthers.filter((name) => index!.foldersNamed!(name).some((folder) => folder === `${parent}${name}/`));
  const shown = (names: readonly string[]) => names.map((name) => `${name}/`);
  const side = sideOf(`${parts[at]}/`, others, shown(others), type);
  if (side !== undefined) return side;
  const isCousin = (folder: string, name: string) => {
    const middle = folder.slice(above.length, -name.length - 1);
    return at > 1 && folder.startsWith(above) && /^[^/]+\/$/.test(middle);
  };
  const cousins = ofOthers.filter((name) => index!.foldersNamed!(name).some((folder) => isCousin(folder, name)));
  const elsewhere = sideOf(`${parts[at]}/`, cousins, shown(cousins), type);
  return elsewhere && { ...elsewhere, isTargets: false };
}

/** Whether the folder is one of the project's, and not what the project lies in. */
function isPartOf(parts: readonly string[], at: number, index: ScriptIndex | undefined): boolean {
  const folder = `${parts.slice(0, at + 1).join('/')}/`;
  return index?.foldersNamed?.(parts[at]!).includes(folder) ?? false;
}

function kernelsOf({ imports }: ScriptFacts): WholeFile | undefined {
  const language = imports.find((fact) => languages.test(fact.name) && isNeeded(fact));
  return language && { kind: 'nvidia-kernels', language };
}

function isNeeded({ firstParty, guarded, guard, ported, function: within }: ImportFact): boolean {
  return !firstParty && !guarded && guard === undefined && ported.length === 0 && within === undefined;
}
