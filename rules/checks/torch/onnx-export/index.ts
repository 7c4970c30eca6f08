import type { CallFact, Fix, OnnxImporter, ScriptFacts, ScriptRule } from '../../../../core/model';
import { argumentAddition } from '../../scripts/argument-edits';
import { replacement } from '../../scripts/edits';
import { callsNamed, standing } from '../../scripts/named-facts';
import en from './en.md';
import zh from './zh-cn.md';

/** An export to ONNX in an opset, or with operators, that the target's importer does not take. */
export const rule: ScriptRule = {
  input: 'script',
  code: 'torch/onnx-export',
  severity: 'error',
  title: { en: 'An opset that the importer refuses', zh: '导入工具不支持的 opset' },
  documentation: { en, zh },
  check({ facts, target, table, torch, report }) {
    const importer = table.onnxImporter;
    const { name, message, outside, advised, evidence } = importer;
    for (const call of callsNamed(facts, isExport)) {
      const given = call.arguments.find(({ keyword }) => keyword === 'opset_version');
      const isOpen = call.arguments.some(({ splat }) => splat !== undefined);
      const opset = given ? given.value.constant : isOpen ? undefined : defaultOpset(importer, torch);
      const advice = {
        en: `Export with opset_version=${advised}, which ${name} takes.`,
        zh: `请以 ${name} 支持的 opset_version=${advised} 导出。`,
      };
      if (typeof opset === 'number' && isOutside(opset, importer)) {
        // Which PyTorch runs the script is known where the settings say so.
        const isKnown = given !== undefined || torch !== undefined;
        report({
          at: call,
          span: given?.span ?? call.calleeSpan,
          severity: !isKnown ? 'information' : outside === 'unsupported' ? 'error' : 'warning',
          verdict: outside,
          message: {
            en: `Opset ${opset}${given ? '' : `, which PyTorch ${newest(importer)} writes by default`}, for ${target.id}: ${message.en}`,
            zh: `面向 ${target.id} 导出 opset ${opset}${given ? '' : `（PyTorch ${newest(importer)} 的默认值）`}：${message.zh}`,
          },
          advice,
          evidence,
          fixes: advisedOpset(call, facts, advised),
        });
      }
      const kind = call.arguments.find(({ keyword }) => keyword === 'operator_export_type');
      if (kind?.value.name !== undefined && /\.ONNX_ATEN(_FALLBACK)?$/.test(kind.value.name)) {
        report({
          at: call,
          span: kind.span,
          severity: 'error',
          verdict: 'unsupported',
          message: {
            en: `This export writes operators of PyTorch (domain org.pytorch.aten), which ${name} has no parser for.`,
            zh: `该导出方式会写入 PyTorch 自身的算子（org.pytorch.aten 域），${name} 无法解析。`,
          },
          advice: {
            en: 'Leave operator_export_type out, and rewrite what the exporter then refuses.',
            zh: '去掉 operator_export_type，并改写导出器不支持的部分。',
          },
          evidence,
        });
      }
    }
  },
};

function isOutside(opset: number, { firstOpset = 0, lastOpset }: OnnxImporter): boolean {
  return opset < firstOpset || opset > lastOpset;
}

/** The opset of a call that names none, for the release of the settings, or else the newest that is recorded. */
function defaultOpset(importer: OnnxImporter, torch: string | undefined): number | undefined {
  return importer.defaults[(torch ?? newest(importer)).split('.').slice(0, 2).join('.')];
}

function newest({ defaults }: OnnxImporter): string {
  return Object.keys(defaults).at(-1)!;
}

function advisedOpset(call: CallFact, { text }: ScriptFacts, advised: number): Fix[] {
  const given = call.arguments.find(({ keyword }) => keyword === 'opset_version');
  const edit = given
    ? replacement(given.valueSpan, String(advised))
    : argumentAddition(call, `opset_version=${advised}`, text);
  return [
    {
      kind: 'review',
      title: { en: `Export with opset_version=${advised}`, zh: `以 opset_version=${advised} 导出` },
      edits: [edit],
    },
  ];
}

const isExport = standing((name) => name === 'torch.onnx.export');
