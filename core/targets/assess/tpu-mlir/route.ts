import type { Chip, ModelFacts, OperatorAssessment, OperatorFacts, Precision, Reason } from '../../../model';
import type { Environment } from '../../language';
import { type OperatorTable, operatorTable } from '../../operator-table';
import type { OperatorRow } from '../../table';
import { ByType } from '../by-type';
import { askedConditions } from '../conditions';
import { modelReasons } from '../model-reasons';
import { assessmentOf, beforeRuntimeTools, expandFunctions, localized } from '../reasons';
import type { RouteAssessor } from '../route';
import { RowAssessor } from '../row-assessor';
import { Folding } from './folding';
import { findFusions } from './fusions';
import { loweringReasons } from './lowering';

/** The domain of tpu-mlir's own operators. */
const ownDomain = 'tpu_mlir';

export function assessByTpuMlir(facts: ModelFacts, chip: Chip, precision: Precision | undefined): RouteAssessor {
  const table = operatorTable('tpu-mlir');
  const folding = new Folding(facts);
  const fusions = findFusions(facts, folding);
  const environment: Environment = {
    chip: chip.family,
    precision,
    isConstant: (operator, index) => folding.isConstant(operator, index),
  };
  const rows = new Rows(table, chip, precision, environment);
  const folded = assessmentOf([foldedReason(table)]);
  return {
    assess(operator) {
      if (folding.has(operator)) return folded;
      const fusion = fusions.size === 0 ? undefined : fusions.get(operator);
      return fusion === undefined ? rows.assess(operator) : rows.fused(fusion);
    },
    callReason: (call) => rows.called(call),
    modelReasons: modelReasons(table, facts, chip, precision, environment),
  };
}

/** An assessor per operator type: the importer looks at the type alone, whatever the domain. */
class Rows {
  readonly #types = new ByType<RowAssessor>((_, facts) => this.#assessorOf(facts));
  readonly #fused = new Map<string, OperatorAssessment>();

  constructor(
    private readonly table: OperatorTable,
    private readonly chip: Chip,
    private readonly precision: Precision | undefined,
    private readonly environment: Environment,
  ) {}

  assess(facts: OperatorFacts): OperatorAssessment {
    return this.#types.of(facts).assess(facts);
  }

  /** An operator that a fusion takes up: it is converted, and costs what the operator made of it costs. */
  fused(name: string): OperatorAssessment {
    let assessment = this.#fused.get(name);
    if (assessment === undefined) {
      const fusion = this.table.fusions[name]!;
      const row = this.table.operator(fusion.operator);
      const lowering = row && loweringReasons(this.table, fusion.operator, row, this.chip, this.precision);
      assessment = assessmentOf([this.#fusionReason(name, fusion.operator), ...(lowering?.always ?? [])], name);
      this.#fused.set(name, assessment);
    }
    return assessment;
  }

  /** A call of a model-local function: the importer looks for an operator of that name. */
  called({ domain, operator: { opType } }: OperatorFacts): Reason {
    return this.table.operator(opType) !== undefined
      ? this.#foreignDomain(domain, opType)
      : this.#unknownFunction(opType);
  }

  #assessorOf({ domain, operator: { opType } }: OperatorFacts): RowAssessor {
    const row = this.table.operator(opType);
    if (row === undefined) return new RowAssessor([], [this.#refusal(domain, opType)], this.environment);
    const lowering = loweringReasons(this.table, opType, row, this.chip, this.precision);
    const always = [...lowering.always, ...this.#failingTests(opType, row, lowering.always)];
    if (domain !== '' && domain !== ownDomain) always.push(this.#foreignDomain(domain, opType));
    const conditions = askedConditions(this.table, opType, row.conditions);
    return new RowAssessor([...conditions, ...lowering.asked], always, this.environment);
  }

  #refusal(domain: string, opType: string): Reason {
    const row = this.table.refused.get(opType);
    return {
      id: `${opType}/not-imported`,
      kind: 'operator',
      verdict: 'unsupported',
      outcome: 'broken',
      message: localized(
        `tpu-mlir does not import ${opType}: model_transform stops with "Op not support".`,
        `tpu-mlir 不支持导入 ${opType}：model_transform 会报 "Op not support" 并退出。`,
      ),
      advice: row?.advice === undefined ? beforeRuntimeTools(domain, opType) : this.table.text(row.advice),
      evidence: [...(row === undefined ? [] : this.table.evidenceOf(row.evidence)), ...this.table.general('import')],
    };
  }

  /** Told unless the lowering already says that it does not work. */
  #failingTests(opType: string, row: OperatorRow, lowering: readonly Reason[]): Reason[] {
    const count = row.failing?.chips[this.chip.family];
    if (count === undefined || lowering.some(({ verdict }) => verdict === 'unsupported')) return [];
    return [
      {
        id: `${opType}/vendor-tests`,
        kind: 'vendor-test',
        verdict: 'unknown',
        outcome: 'broken',
        message: localized(
          `tpu-mlir's own tests of ${opType} are all switched off on ${this.chip.name} (${count} of ${count}): it may not work there.`,
          `tpu-mlir 自带的 ${opType} 测试在 ${this.chip.name} 上全部关闭（${count}/${count}），该算子可能无法正常工作。`,
        ),
        advice: localized(
          'Compare its output with --test_input and --test_result, or replace it.',
          '请用 --test_input、--test_result 比对输出，或替换该算子。',
        ),
        evidence: this.table.evidenceOf(row.failing!.evidence),
      },
    ];
  }

  #foreignDomain(domain: string, opType: string): Reason {
    return {
      id: `${opType}/domain`,
      kind: 'condition',
      verdict: 'silent',
      outcome: 'undecided',
      undecidedBy: 'sources',
      message: localized(
        `tpu-mlir looks at the operator type alone: ${domain}.${opType} is imported as the standard ${opType}.`,
        `tpu-mlir 只看算子类型：${domain}.${opType} 会按标准算子 ${opType} 导入。`,
      ),
      evidence: this.table.general('domain'),
    };
  }

  #unknownFunction(name: string): Reason {
    return {
      id: 'function-call',
      kind: 'operator',
      verdict: 'unsupported',
      outcome: 'broken',
      message: localized(
        `${name} is a function of the model: nothing in tpu-mlir expands functions, and model_transform stops with "Op not support".`,
        `${name} 是模型内的局部函数：tpu-mlir 的任何步骤都不会展开函数，model_transform 会报 "Op not support" 并退出。`,
      ),
      advice: expandFunctions,
      evidence: this.table.general('functions'),
    };
  }

  #fusionReason(name: string, operator: string): Reason {
    return {
      id: `fusion/${name}`,
      kind: 'rewrite',
      verdict: 'converted',
      outcome: 'broken',
      message: localized(`tpu-mlir fuses it into ${operator}.`, `tpu-mlir 会将其融合进 ${operator}。`),
      evidence: this.table.evidenceOf(this.table.fusions[name]!.evidence),
    };
  }
}

function foldedReason(table: OperatorTable): Reason {
  return {
    id: 'folded',
    kind: 'rewrite',
    verdict: 'converted',
    outcome: 'broken',
    message: localized(
      'Computed from constants and fixed shapes when the model is converted; it is gone at run time.',
      '由常量与固定形状在转换时计算得到，运行时不再存在。',
    ),
    evidence: table.general('folding'),
  };
}
