import type {
  Evidence,
  ExecutionProviderFact,
  Fix,
  ScriptFacts,
  ScriptRule,
  ScriptRuleContext,
} from '../../../../core/model';
import { isLookedFor } from '../../scripts/compared';
import { insertion, textOf } from '../../scripts/edits';
import en from './en.md';
import zh from './zh-cn.md';

/** Execution providers of ONNX Runtime that are for NVIDIA's GPUs, by name. */
const ofNvidia = /^(CUDA|Tensorrt|NvTensorRTRTX)ExecutionProvider$/;

/** ONNX Runtime is asked for CUDA: it warns, and computes on the CPU. */
export const rule: ScriptRule = {
  input: 'script',
  code: 'torch/execution-provider',
  severity: 'warning',
  coveredByGuard: true,
  title: { en: "ONNX Runtime's provider for CUDA", zh: 'ONNX Runtime 的 CUDA 执行提供程序' },
  documentation: { en, zh },
  check(context) {
    const { facts, table } = context;
    const providers = facts.executionProviders ?? [];
    const own = owners[table.route];
    // The file knows of the target's already.
    if (own !== undefined && providers.some(({ name }) => name === own)) return;
    for (const provider of providers) {
      const isQuestion = isLookedFor(provider.span, facts.text);
      if (ofNvidia.test(provider.name) && !isQuestion) report(provider, own, context);
    }
  },
};

/** The provider of a route's devices; none is known for Sophgo's. */
const owners: Readonly<Partial<Record<string, string>>> = { 'torch-npu': 'CANNExecutionProvider' };

const fallback: Evidence[] = [
  {
    source: 'onnxruntime.ai',
    version: '1.22',
    where: 'docs/api/python, onnxruntime_inference_collection: check_and_normalize_provider_args',
  },
];
const cann: Evidence[] = [
  {
    source: 'onnxruntime.ai',
    version: '1.22.1',
    where: 'docs/execution-providers/community-maintained/CANN-ExecutionProvider.html',
  },
];

function report(provider: ExecutionProviderFact, own: string | undefined, context: ScriptRuleContext): void {
  const { facts, target, report: tell } = context;
  tell({
    at: provider,
    verdict: 'host',
    message: {
      en: `ONNX Runtime has no ${provider.name} on ${target.id}: it warns that the provider is not available, and computes on the CPU.`,
      zh: `${target.id} 上的 ONNX Runtime 没有 ${provider.name}：会提示该执行提供程序不可用，随后在 CPU 上计算。`,
    },
    advice:
      own === undefined
        ? {
            en: 'ONNX Runtime has no provider for it: compile the model by tpu-mlir (model_transform, model_deploy), and run the bmodel.',
            zh: 'ONNX Runtime 没有面向该设备的执行提供程序：请用 tpu-mlir（model_transform、model_deploy）编译模型后运行 bmodel。',
          }
        : {
            en: `Name ${own} before it, and install onnxruntime-cann.`,
            zh: `在它之前加上 ${own}，并安装 onnxruntime-cann。`,
          },
    evidence: [...fallback, ...(own === undefined ? [] : cann)],
    fixes: own === undefined ? [] : namedFirst(provider, own, facts),
  });
}

/** Only where the text is an element of a list: one with options stands in a tuple. */
function namedFirst({ span }: ExecutionProviderFact, name: string, facts: ScriptFacts): Fix[] {
  const isElement = /[[,]\s*$/.test(facts.text.slice(0, span.start)) && /^\s*[,\]]/.test(facts.text.slice(span.end));
  if (!isElement) return [];
  const quote = textOf(facts, span).at(-1)!;
  return [
    {
      kind: 'review',
      title: { en: `Name ${name} first`, zh: `先列出 ${name}` },
      edits: [insertion(span.start, `${quote}${name}${quote}, `)],
    },
  ];
}
