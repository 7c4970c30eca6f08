import type { Assign, Call, Expression } from '../syntax/nodes';
import type { PythonParser } from '../syntax/parser';
import { type AddedFolders, parentOf } from './module-paths';

/** A script that changes the path so often builds it by other means than these. */
const mostCalls = 32;
/** A call or an assignment that is longer is not looked at. */
const longestStatement = 2000;

/**
 * The folders that a text at `path` puts on `sys.path`, as far as it says where they are: below or above `__file__`, or written
 * out, which counts from the script's own folder. End in `/`.
 */
export function foldersPutOnPath(path: string, text: string, parser: PythonParser): readonly string[] {
  if (!text.includes('sys.path.')) return [];
  const found = new Set<string>();
  for (const { index } of [...text.matchAll(/\bsys\.path\.(?:append|insert)\(/g)].slice(0, mostCalls)) {
    const call = statementAt(text, index, parser);
    if (call?.kind !== 'ExpressionStatement' || call.value.kind !== 'Call') continue;
    const folder = new Folders(path, text.slice(0, index), parser).of(putBy(call.value));
    if (folder !== undefined) found.add(folder === '' || folder.endsWith('/') ? folder : `${folder}/`);
  }
  return [...found];
}

/** `sys.path.append(folder)`, `sys.path.insert(0, folder)`. */
function putBy({ callee, arguments: given }: Call): Expression | undefined {
  return given[callee.kind === 'Attribute' && callee.name.id === 'insert' ? 1 : 0]?.value;
}

function statementAt(text: string, start: number, parser: PythonParser) {
  return parser.parse(text.slice(start, start + longestStatement)).module.body[0];
}

/** Names that stand for other names are followed to here. */
const deepest = 12;

/** What expressions about `__file__` say, in one script. */
class Folders {
  /** @param before the text before the place where the expressions stand */
  constructor(
    private readonly path: string,
    private readonly before: string,
    private readonly parser: PythonParser,
  ) {}

  of(node: Expression | undefined, depth = 0): string | undefined {
    if (node === undefined || depth > deepest) return undefined;
    const inner = (next: Expression | undefined) => this.of(next, depth + 1);
    switch (node.kind) {
      case 'String':
        return node.value === undefined ? undefined : joined(parentOf(this.path), node.value);
      case 'Name':
        return node.id === '__file__' ? this.path : inner(this.assigned(node.id));
      case 'Attribute':
        return node.name.id === 'parent' ? above(inner(node.object)) : undefined;
      case 'Subscript':
        return this.parents(node.object, node.indices[0], depth);
      case 'Binary': {
        if (node.right.kind !== 'String' || (node.operator !== '/' && node.operator !== '+')) return undefined;
        // Of two texts the second says itself where it begins: `dirname(__file__) + "/.."`.
        const way = node.operator === '+' ? node.right.value?.replace(/^\//, '') : node.right.value;
        return joined(inner(node.left), way);
      }
      case 'Call':
        return this.called(node, depth);
      default:
        return undefined;
    }
  }

  private called({ callee, arguments: given }: Call, depth: number): string | undefined {
    const inner = (next: Expression | undefined) => this.of(next, depth + 1);
    const first = given[0]?.value;
    if (callee.kind === 'Name') return /^(str|Path)$/.test(callee.id) ? inner(first) : undefined;
    if (callee.kind !== 'Attribute') return undefined;
    switch (callee.name.id) {
      case 'abspath':
      case 'realpath':
      case 'normpath':
      case 'expanduser':
      case 'fspath':
      case 'Path':
        return inner(first);
      case 'dirname':
        return above(inner(first));
      case 'join':
        return withParts(inner(first), given.slice(1));
      case 'joinpath':
        return withParts(inner(callee.object), given);
      case 'resolve':
      case 'absolute':
      case 'as_posix':
        return inner(callee.object);
      default:
        return undefined;
    }
  }

  /** `Path(__file__).parents[1]`. */
  private parents(object: Expression, index: Expression | undefined, depth: number): string | undefined {
    if (object.kind !== 'Attribute' || object.name.id !== 'parents' || index?.kind !== 'Number') return undefined;
    let at = this.of(object.object, depth + 1);
    for (let up = 0; up <= (index.value ?? 0) && up < deepest; up++) at = above(at);
    return at;
  }

  /** The value of the last assignment above; a name that has none, or one of several targets, says nothing. */
  private assigned(name: string): Expression | undefined {
    const all = [...this.before.matchAll(new RegExp(`^[ \\t]*(${name})[ \\t]*=(?!=)`, 'gm'))];
    const last = all.at(-1);
    if (last === undefined) return undefined;
    const start = last.index + last[0].indexOf(name);
    const statement = statementAt(this.before, start, this.parser) as Assign | undefined;
    return statement?.kind === 'Assign' ? statement.value : undefined;
  }
}

function withParts(base: string | undefined, parts: Call['arguments']): string | undefined {
  let at = base;
  for (const { value } of parts) at = value.kind === 'String' ? joined(at, value.value) : undefined;
  return at;
}

/** The folder that a file or folder stands in. */
function above(path: string | undefined): string | undefined {
  if (path === undefined || path === '' || path === '/') return undefined;
  return parentOf(path.endsWith('/') ? path : `${path}/`);
}

/** `folder` and a way from there, which may begin at the root; undefined where that leads above what is known. */
function joined(folder: string | undefined, way: string | undefined): string | undefined {
  if (folder === undefined || way === undefined) return undefined;
  const isFromRoot = way.startsWith('/');
  if (isFromRoot && !folder.startsWith('/')) return undefined;
  const parts = isFromRoot ? [''] : folder === '' ? [] : folder.replace(/\/$/, '').split('/');
  for (const part of way.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.length === 0 || (parts.length === 1 && parts[0] === '')) return undefined;
    else parts.pop();
  }
  return parts.join('/');
}

/** What the scripts of a project put on the path. A text is read when it is asked for, and its answer kept until it changes. */
export class SearchFolders implements AddedFolders {
  readonly #known = new Map<string, readonly string[]>();
  #all: ReadonlySet<string> | undefined;

  constructor(
    private readonly paths: () => Iterable<string>,
    private readonly textOf: (path: string) => string | undefined,
    private readonly parser: PythonParser,
  ) {}

  by(path: string): readonly string[] {
    let folders = this.#known.get(path);
    if (folders === undefined) {
      this.#known.set(path, (folders = foldersPutOnPath(path, this.textOf(path) ?? '', this.parser)));
    }
    return folders;
  }

  byAny(): ReadonlySet<string> {
    return (this.#all ??= new Set([...this.paths()].flatMap((path) => this.by(path))));
  }

  forget(path: string): void {
    this.#known.delete(path);
    this.#all = undefined;
  }
}
