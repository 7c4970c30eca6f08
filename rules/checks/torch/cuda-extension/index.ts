import type { CallFact, ScriptRule, ScriptRuleContext } from '../../../../core/model';
import { callsNamed, namesLike } from '../../scripts/named-facts';
import en from './en.md';
import zh from './zh-cn.md';

/** CUDA sources that are built by setup.py or at run time, libraries of CUDA that are loaded, and compiled extensions. */
export const rule: ScriptRule = {
  input: 'script',
  code: 'torch/cuda-extension',
  severity: 'error',
  coveredByGuard: true,
  title: { en: 'An extension in CUDA', zh: 'CUDA 扩展' },
  documentation: { en, zh },
  check(context) {
    for (const call of callsNamed(context.facts, buildsOrLoads)) {
      if (buildsCuda(call, context.facts.text)) reportBuild(call, context);
      else if (loadsCuda(call)) reportLoad(call, context);
    }
    reportImports(context);
  },
};

/** C++ alone builds anywhere: CUDA shows in the function, in a source's name, or in what is passed to nvcc. */
function buildsCuda({ name, argumentsSpan }: CallFact, text: string): boolean {
  if (name === 'torch.utils.cpp_extension.CUDAExtension') return true;
  if (!/^torch\.utils\.cpp_extension\.(load|load_inline)$/.test(name)) return false;
  const passed = text.slice(argumentsSpan.start, argumentsSpan.end);
  return /\.cu["']|\bcuda_sources\b|\bextra_cuda_cflags\b|\bwith_cuda\s*=\s*True/.test(passed);
}

/** `ctypes.CDLL("libcudart.so")`, `torch.ops.load_library(".../x_cuda.so")`. */
function loadsCuda({ name, arguments: [first] }: CallFact): boolean {
  if (!/^(ctypes\.(CDLL|cdll\.LoadLibrary)|ctypes\.PyDLL|torch\.ops\.load_library)$/.test(name)) return false;
  return /cuda|cublas|cudnn|nccl|nvrtc/i.test(String(first?.value.constant ?? ''));
}

function reportBuild(call: CallFact, { table, target, report }: ScriptRuleContext): void {
  const row = table.library(call.name);
  if (row === undefined) return;
  report({
    at: call,
    span: call.nameSpan,
    verdict: 'unsupported',
    message: {
      en: `This builds CUDA sources, which ${target.id} cannot run: without nvcc the build fails.`,
      zh: `此处编译 CUDA 源码，${target.id} 无法运行：没有 nvcc 时编译会失败。`,
    },
    advice: row.note,
    evidence: row.evidence,
  });
}

function reportLoad(call: CallFact, { table, target, report }: ScriptRuleContext): void {
  const row = table.library('torch.utils.cpp_extension.CUDAExtension');
  const library = String(call.arguments[0]!.value.constant);
  if (row === undefined) return;
  report({
    at: call,
    span: call.arguments[0]!.valueSpan,
    verdict: 'unsupported',
    message: {
      en: `${library} is a library of CUDA, which is not there on ${target.id}.`,
      zh: `${library} 是 CUDA 的库，${target.id} 上不存在。`,
    },
    advice: {
      en: 'Load it only where CUDA is available, and use the counterpart of torch on the target.',
      zh: '仅在 CUDA 可用时加载，并在目标平台上使用 torch 的对应接口。',
    },
    evidence: row.evidence,
  });
}

/** `import knn_cuda`: the name says that somebody compiled it. Its package is not known, so it is a warning at most. */
function reportImports({ facts, table, target, report }: ScriptRuleContext): void {
  const row = table.library('torch.utils.cpp_extension.CUDAExtension');
  if (row === undefined) return;
  for (const fact of facts.imports) {
    const name = fact.name.split('.').at(-1)!;
    // What a `from` takes may be a function of that name.
    if (
      fact.style === 'from' ||
      fact.firstParty ||
      !/_cuda(_ext)?$|^cuda_ext$/.test(name) ||
      fact.name.startsWith('torch.') ||
      table.library(fact.name)
    )
      continue;
    report({
      at: { ...fact, certainty: 'assumed' },
      span: fact.nameSpan,
      severity: 'warning',
      verdict: 'unsupported',
      message: {
        en: `${name} looks like an extension that was compiled from CUDA sources; ${target.id} cannot run it.`,
        zh: `${name} 似乎是由 CUDA 源码编译的扩展；${target.id} 无法运行。`,
      },
      advice: row.note,
      evidence: row.evidence,
    });
  }
}

const buildsOrLoads = namesLike(
  /^torch\.utils\.cpp_extension\.(CUDAExtension|load|load_inline)$|^ctypes\.|^torch\.ops\.load_library$/,
);
