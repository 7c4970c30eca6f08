import { type FunctionDefinition, functionKey, type Graph } from '../../model';
import { type Checking, quoted } from './checking';

/** onnx/checker.cc, kMaxModelLocalFunctions and kMaxFunctionCallDepth. */
const mostFunctions = 10_000;
const deepestCall = 100;

/** Functions must have names of their own, and no function may call itself, however far around. */
export function checkFunctionCalls(checking: Checking, functions: readonly FunctionDefinition[]): void {
  if (functions.length > mostFunctions) {
    checking.error('too-many-functions', {
      en: `The model has ${functions.length} functions; onnx.checker takes at most ${mostFunctions}.`,
      zh: `模型有 ${functions.length} 个函数；onnx.checker 最多接受 ${mostFunctions} 个。`,
    });
  }
  const byKey = new Map<string, FunctionDefinition>();
  for (const fn of functions) {
    const key = keyOf(fn);
    if (byKey.has(key)) {
      checking.error(
        'repeated-function',
        {
          en: `Two functions have the domain, name and overload ${quoted(key)}.`,
          zh: `有两个函数的域、名称和重载相同：${quoted(key)}。`,
        },
        fn,
      );
    } else byKey.set(key, fn);
  }
  const calls = new Map([...byKey].map(([key, fn]) => [key, calleesOf(fn.body, byKey)]));
  findCycles(checking, byKey, calls);
}

function keyOf({ domain, name, overload }: FunctionDefinition): string {
  return functionKey(domain, name, overload);
}

/** Keys of the functions that a body calls, its subgraphs included. */
function calleesOf(body: Graph, functions: ReadonlyMap<string, FunctionDefinition>): string[] {
  const callees = new Set<string>();
  const graphs = [body];
  for (let graph = graphs.pop(); graph !== undefined; graph = graphs.pop()) {
    for (const { domain, opType, overload, attributes } of graph.operators) {
      const key = functionKey(domain, opType, overload);
      if (functions.has(key)) callees.add(key);
      for (const { value } of attributes) {
        if (value.kind === 'graph') graphs.push(value.value);
        else if (value.kind === 'graphs') for (const each of value.value) graphs.push(each);
      }
    }
  }
  return [...callees];
}

/** Depth-first, with the path on a stack of its own; a call back into the path closes a cycle. */
function findCycles(
  checking: Checking,
  functions: ReadonlyMap<string, FunctionDefinition>,
  calls: ReadonlyMap<string, readonly string[]>,
): void {
  /** Calls below each function that is done with: 0 where it calls none. */
  const depths = new Map<string, number>();
  for (const root of functions.keys()) {
    if (depths.has(root)) continue;
    const path = [{ key: root, next: 0, depth: 0 }];
    const onPath = new Set([root]);
    for (let frame = path.at(-1); frame !== undefined; frame = path.at(-1)) {
      const callee = calls.get(frame.key)![frame.next];
      if (callee === undefined) {
        depths.set(frame.key, frame.depth);
        onPath.delete(frame.key);
        path.pop();
        const caller = path.at(-1);
        if (caller !== undefined) caller.depth = Math.max(caller.depth, frame.depth + 1);
        continue;
      }
      frame.next += 1;
      if (onPath.has(callee)) {
        const cycle = path.slice(path.findIndex(({ key }) => key === callee)).map(({ key }) => key);
        reportCycle(checking, functions.get(frame.key)!, [...cycle, callee]);
      } else if (depths.has(callee)) frame.depth = Math.max(frame.depth, depths.get(callee)! + 1);
      else {
        path.push({ key: callee, next: 0, depth: 0 });
        onPath.add(callee);
      }
    }
    const depth = depths.get(root)! + 1;
    if (depth > deepestCall) {
      checking.error(
        'call-too-deep',
        {
          en: `Functions call each other ${depth} deep; onnx.checker takes at most ${deepestCall}.`,
          zh: `函数嵌套调用达 ${depth} 层；onnx.checker 最多接受 ${deepestCall} 层。`,
        },
        functions.get(root),
      );
    }
  }
}

const shownOfCycle = 10;

function reportCycle(checking: Checking, caller: FunctionDefinition, cycle: readonly string[]): void {
  const shown =
    cycle.length > shownOfCycle
      ? [...cycle.slice(0, shownOfCycle - 1), `… (${cycle.length - 1})`, cycle.at(-1)!]
      : cycle;
  const text = shown.map(quoted).join(' -> ');
  checking.error(
    'recursive-function',
    {
      en: `Functions of the model call themselves: ${text}. A function must not be recursive.`,
      zh: `模型内的函数存在递归调用：${text}。函数不允许递归。`,
    },
    caller,
  );
}
