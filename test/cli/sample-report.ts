import type { Report } from '../../cli/report';
import { linesOf } from '../../cli/reporters/lines';
import type { ReporterOptions } from '../../cli/reporters/reporter';
import { colours } from '../../cli/terminal/colours';
import type { Finding, Language } from '../../core/model';
import { hostileName } from './models';

const evidence = [{ source: 'vendor/compiler', version: 'v1.2', where: 'import.py:42' }];

function finding(of: Partial<Finding>): Finding {
  return {
    rule: 'onnx/broken',
    severity: 'error',
    verdict: 'unsupported',
    target: 'sophgo-sc11-fp300',
    route: 'tpu-mlir',
    message: { en: 'The compiler stops here.', zh: '编译器在此处停止。' },
    evidence,
    fixes: [],
    ...of,
  };
}

function at(index: number, node: string, op = 'Conv', graph = '/') {
  return {
    graph,
    node,
    index,
    op,
    domain: op.startsWith('Fused') ? 'com.microsoft' : '',
    byteOffset: 1000 + index * 10,
  };
}

/** What holds for both targets by another name, at one place of a script. */
function onBoth(of: Partial<Finding>): Finding[] {
  const targets = [
    { target: 'sophgo-sc11-fp300', route: 'torch-tpu', type: 'tpu' },
    { target: 'ascend-910b2', route: 'torch-npu', type: 'npu' },
  ] as const;
  return targets.map(({ target, route, type }) =>
    finding({
      rule: 'torch/broken',
      target,
      route,
      message: { en: `There is no CUDA on ${target}.`, zh: `${target} 上没有 CUDA。` },
      advice: { en: `Write "${type}".`, zh: `请写 "${type}"。` },
      ...of,
    }),
  );
}

const script = 'import torch\n\nx = torch.zeros(8).cuda()\n\ty = x.cuda() # カナ\nz = """\n"""\n';

const text = 'first line\nsecond line\n第三行 Conv\n';

/** A report with everything that one can hold. */
export const sampleReport: Report = {
  targets: ['sophgo-sc11-fp300', 'ascend-910b2'],
  scriptDestinations: [
    { target: 'sophgo-sc11-fp300', route: 'torch-tpu' },
    { target: 'ascend-910b2', route: 'torch-npu' },
  ],
  files: [
    {
      path: 'models/first.onnx',
      kind: 'graph',
      ignored: 2,
      outline: {
        opset: 17,
        operators: 1234,
        weightBytes: 2 ** 31,
        macs: 3n * 10n ** 18n,
        openDimensions: ['batch', 'seq'],
      },
      coverage: [
        {
          target: 'sophgo-sc11-fp300',
          route: 'tpu-mlir',
          operators: 1234,
          macs: 3n * 10n ** 18n,
          operatorsWithoutMacs: 1,
          verdicts: [
            { verdict: 'native', operators: 1200, macs: 3n * 10n ** 18n - 1000n },
            { verdict: 'unknown', operators: 30, macs: 1000 },
            { verdict: 'unsupported', operators: 4, macs: 0 },
          ],
        },
        {
          target: 'ascend-910b2',
          route: 'atc',
          operators: 1234,
          macs: 3n * 10n ** 18n,
          operatorsWithoutMacs: 1,
          verdicts: [
            { verdict: 'native', operators: 1233, macs: 3n * 10n ** 18n },
            { verdict: 'slow', operators: 1, macs: 0 },
          ],
        },
      ],
      problems: [
        {
          code: 'onnx/missing-name',
          severity: 'warning',
          message: { en: 'The graph has no name.', zh: '计算图没有名称。' },
          byteOffset: 12,
        },
      ],
      findings: [
        finding({
          rule: 'onnx/slow',
          severity: 'warning',
          verdict: 'slow',
          target: 'ascend-910b2',
          route: 'atc',
          message: { en: 'TopK runs on the AI CPU.', zh: 'TopK 在 AI CPU 上运行。' },
          advice: { en: 'Move it to the host.', zh: '将其移到主机上。' },
          place: at(9, 'top', 'TopK'),
        }),
        ...[0, 1, 2, 3, 4].map((index) =>
          finding({
            message: { en: 'Conv has no kernel.', zh: 'Conv 没有对应的算子实现。' },
            advice: { en: 'Export at opset 18, or replace `Conv`.', zh: '请以 opset 18 导出，或替换 `Conv`。' },
            place: at(index, index === 0 ? '' : `/layer.${index}/Conv`),
          }),
        ),
        finding({
          message: { en: 'FusedConv has no kernel.', zh: 'FusedConv 没有对应的算子实现。' },
          advice: { en: 'Export at opset 18, or replace `FusedConv`.', zh: '请以 opset 18 导出，或替换 `FusedConv`。' },
          place: at(7, 'fused', 'FusedConv', '/3.then_branch'),
        }),
        finding({ place: at(8, hostileName, hostileName) }),
        finding({
          rule: 'onnx/silent',
          severity: 'silent',
          verdict: 'silent',
          message: { en: 'Computes linear | not cubic * interpolation.', zh: '实际计算的是线性插值，而非三次插值。' },
          place: at(10, 'resize', 'Resize'),
          evidence: [...evidence, { source: 'vendor/tests', version: '2025-01-01', where: 'https://example.com/a_b' }],
        }),
        ...[11, 12, 13].map((index) =>
          finding({
            rule: 'onnx/open',
            severity: 'information',
            verdict: 'limited',
            target: 'ascend-910b2',
            route: 'atc',
            message: { en: 'A limit that may be lifted.', zh: '可能已放开的限制。' },
            place: at(index, `/slice.${index}`, 'Slice'),
          }),
        ),
        finding({
          rule: 'onnx/dynamic',
          severity: 'information',
          verdict: undefined,
          message: { en: 'Input x has a dimension that is not fixed.', zh: '输入 x 有未固定的维度。' },
          value: { graph: '/', name: 'x', byteOffset: 5 },
        }),
        finding({
          rule: 'onnx/memory',
          severity: 'hint',
          verdict: undefined,
          target: undefined,
          route: undefined,
          message: { en: 'The model is large.', zh: '模型较大。' },
          evidence: [],
        }),
      ],
    },
    {
      path: 'models/text.onnxtxt',
      kind: 'graph',
      ignored: 0,
      outline: { opset: undefined, operators: 0, weightBytes: 0, macs: undefined, openDimensions: [] },
      coverage: [],
      problems: [
        {
          code: 'onnx-text/syntax',
          severity: 'error',
          message: { en: 'Expected a name.', zh: '此处应为名称。' },
          span: { start: 11, end: 17 },
        },
      ],
      findings: [
        finding({
          place: at(0, 'conv'),
          span: { start: 27, end: 31 },
          fixes: [
            {
              title: { en: 'Replace it', zh: '替换' },
              kind: 'review',
              edits: [{ span: { start: 27, end: 31 }, newText: 'Gemm' }],
            },
          ],
        }),
      ],
      lines: linesOf(text),
    },
    {
      path: 'src/train.py',
      kind: 'script',
      language: 'python',
      ignored: 0,
      problems: [
        {
          code: 'python/syntax',
          severity: 'error',
          message: { en: 'This is not valid Python.', zh: '此处不是合法的 Python 语法。' },
          span: { start: 40, end: 41 },
        },
      ],
      findings: [
        ...onBoth({
          span: { start: 33, end: 37 },
          fixes: [
            {
              title: { en: 'Take the device from outside', zh: '从外部传入设备' },
              kind: 'safe',
              edits: [
                { span: { start: 33, end: 39 }, newText: 'to(device)' },
                { span: { start: 13, end: 13 }, newText: 'device = "cuda"\n' },
              ],
            },
          ],
        }),
        ...onBoth({ span: { start: 47, end: 51 } }),
        ...onBoth({
          rule: 'torch/noted',
          severity: 'information',
          message: { en: 'Said of all targets alike.', zh: '对所有目标都一样。' },
          advice: undefined,
          span: { start: 63, end: 70 },
        }),
      ],
      text: script,
      lines: linesOf(script),
    },
    {
      path: 'src/clean.py',
      kind: 'script',
      language: 'python',
      ignored: 1,
      problems: [],
      findings: [],
      text: '',
      lines: linesOf(''),
    },
    {
      path: 'broken|file.onnx',
      kind: 'graph',
      ignored: 0,
      outline: undefined,
      coverage: [],
      problems: [
        {
          code: 'onnx-wire/truncated',
          severity: 'error',
          message: { en: 'The file ends in the middle of a field.', zh: '文件在字段中间结束。' },
          byteOffset: 100,
        },
      ],
      findings: [],
    },
  ],
};

export function sampleOptions(language: Language, all = false): ReporterOptions {
  return {
    language,
    all,
    colours: colours(false),
    columns: 90,
    ruleOf: (code) =>
      code.startsWith('onnx/')
        ? {
            title: { en: `About ${code}`, zh: `关于 ${code}` },
            documentation: { en: `# ${code}\n\nA page.\n`, zh: `# ${code}\n\n一页。\n` },
          }
        : undefined,
  };
}
