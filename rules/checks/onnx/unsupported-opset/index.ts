import type { FindingDraft, GraphRule, GraphRuleContext, Localized } from '../../../../core/model';
import { listed } from '../../quantities';
import { toldReasons } from '../../reasons/told-reasons';
import en from './en.md';
import { nearest, type RefusedOperators, refusedOperators } from './refused-operators';
import zh from './zh-cn.md';

/** The route knows operators, but not at the opset that the model imports: told once, as one export mends all of them. */
export const rule: GraphRule = {
  input: 'graph',
  code: 'onnx/unsupported-opset',
  severity: 'error',
  title: { en: 'Operator version that the route has no parser for', zh: '工具链未注册的算子版本（opset）' },
  documentation: { en, zh },
  check(context) {
    const told = toldReasons(context.facts, context.assessment).get('onnx/unsupported-opset') ?? [];
    for (const refused of refusedOperators(told)) context.report(draftOf(refused, context));
  },
};

function draftOf(refused: RefusedOperators, { assessment }: GraphRuleContext): FindingDraft {
  const [reason] = refused.reasons;
  return {
    message:
      refused.operators.length === 1
        ? reason!.message
        : messageOf(refused, assessment.route === 'atc' ? 'ATC' : assessment.route),
    advice: refused.operators.length === 1 ? (reason!.advice ?? withoutCommon) : adviceOf(refused),
    evidence: [...new Set(refused.reasons.flatMap(({ evidence }) => evidence))].slice(0, mostEvidence),
    verdict: 'unsupported',
    operator: refused.operators[0],
  };
}

const typesShown = 6;
const mostEvidence = 4;

function messageOf({ operators, types, imported, known }: RefusedOperators, route: string): Localized {
  const names = listed(
    types.map(([type, count]) => (count === 1 ? type : `${type} ×${count}`)),
    typesShown,
  );
  const versions = known.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join(', ');
  const count = operators.length;
  return {
    en:
      `The model imports opset ${imported}, at which ${route} has no parser of ${count} of its operators: ${names.en} ` +
      `(E16002 "No ONNX parser is registered"). ${versions === '' ? 'There is no opset at which it has one of each.' : `It has one of each at opsets ${versions}.`}`,
    zh:
      `模型为 opset ${imported}，${route} 在该 opset 下没有注册其中 ${count} 个算子的解析器：${names.zh}` +
      `（报错 E16002 "No ONNX parser is registered"）。${versions === '' ? '不存在同时支持这些算子的 opset。' : `opset ${versions} 下这些算子均已注册。`}`,
  };
}

function adviceOf({ known, imported }: RefusedOperators): Localized {
  const version = nearest(known, imported);
  if (version === undefined) return withoutCommon;
  return {
    en: `Export at opset ${version}, or convert the file: onnx.version_converter.convert_version(model, ${version}).`,
    zh: `请以 opset ${version} 重新导出，或转换已有文件：onnx.version_converter.convert_version(model, ${version})。`,
  };
}

const withoutCommon: Localized = {
  en: 'Export the model at an opset that the route has parsers for, or convert it with onnx.version_converter.',
  zh: '以工具链已注册的 opset 重新导出模型，或用 onnx.version_converter 转换。',
};
