import type { Chip, ModelFacts, OperatorAssessment, OperatorFacts, Precision, Reason } from '../../../model';
import { elementTypeName } from '../../../model';
import type { Environment } from '../../language';
import { type OperatorTable, operatorTable, rowKey } from '../../operator-table';
import type { OperatorRow } from '../../table';
import { ByType } from '../by-type';
import { askedConditions } from '../conditions';
import { modelReasons } from '../model-reasons';
import { assessmentOf, beforeRuntimeTools, expandFunctions, localized } from '../reasons';
import type { RouteAssessor } from '../route';
import { type AskedCondition, RowAssessor } from '../row-assessor';
import { kernelReason } from './kernels';
import { hasOpset, opsetReason } from './opsets';

export function assessByAtc(facts: ModelFacts, chip: Chip, precision: Precision | undefined): RouteAssessor {
  const table = operatorTable('atc');
  const environment: Environment = {
    chip: chip.family,
    precision,
    isConstant: (operator, index) => operator.inputIsConstant(index),
  };
  const types = new AtcTypes(table, chip, environment);
  return {
    assess: (operator) => types.assess(operator),
    callReason: (call) => functionReason(table, call),
    modelReasons: modelReasons(table, facts, chip, precision, environment),
  };
}

/** ATC's view of operators by type. */
export class AtcTypes {
  readonly #types = new ByType<TypeAssessor>((key, facts) => this.#assessorOf(key, facts));

  constructor(
    private readonly table: OperatorTable,
    private readonly chip: Chip,
    private readonly environment: Environment,
  ) {}

  assess(facts: OperatorFacts): OperatorAssessment {
    return this.#types.of(facts).assess(facts);
  }

  #assessorOf(key: string, facts: OperatorFacts): TypeAssessor {
    const row = this.table.operator(key);
    return row === undefined ? this.#refused(facts) : new KnownType(this.table, key, row, this.chip, this.environment);
  }

  #refused({ domain, operator: { opType } }: OperatorFacts): TypeAssessor {
    const row = domain === '' ? this.table.refused.get(opType) : undefined;
    const name = domain === '' ? opType : `${domain}.${opType}`;
    const assessment = assessmentOf([
      {
        id: `${opType}/no-parser`,
        kind: 'operator',
        verdict: 'unsupported',
        outcome: 'broken',
        message: localized(
          `ATC has no parser of ${name} at any opset (E16002 "No ONNX parser is registered").`,
          `ATC 在任何 opset 下都没有 ${name} 的解析器（报错 E16002 "No ONNX parser is registered"）。`,
        ),
        advice: row?.advice === undefined ? beforeRuntimeTools(domain, opType) : this.table.text(row.advice),
        evidence: row === undefined ? this.table.general('parser') : this.table.evidenceOf(row.evidence),
      },
    ]);
    return { assess: () => assessment };
  }
}

interface TypeAssessor {
  assess(facts: OperatorFacts): OperatorAssessment;
}

/** Inputs that are all known: the operator is computed on the host when the model is compiled. */
const folded = -1;
const unknownType = 0;

/** An operator type with a row; its assessments differ by opset and by the type of the input that decides. */
class KnownType implements TypeAssessor {
  readonly #conditions: readonly AskedCondition[];
  readonly #byOpset = new Map<number, OperatorAssessment | undefined>();
  readonly #byType = new Map<number, RowAssessor>();

  constructor(
    private readonly table: OperatorTable,
    private readonly name: string,
    private readonly row: OperatorRow,
    private readonly chip: Chip,
    private readonly environment: Environment,
  ) {
    this.#conditions = askedConditions(table, name, row.conditions);
  }

  assess(facts: OperatorFacts): OperatorAssessment {
    const { opset } = facts;
    const refusal = opset === undefined ? undefined : this.#refusalAt(Number(opset));
    if (refusal !== undefined) return refusal;
    const type = this.#decidingType(facts);
    let assessor = this.#byType.get(type);
    if (assessor === undefined) {
      assessor = new RowAssessor(this.#conditionsOn(type), this.#kernelReasons(type), this.environment);
      this.#byType.set(type, assessor);
    }
    return assessor.assess(facts);
  }

  #refusalAt(opset: number): OperatorAssessment | undefined {
    if (!this.#byOpset.has(opset)) {
      const refused = !hasOpset(this.row, opset);
      this.#byOpset.set(
        opset,
        refused ? assessmentOf([opsetReason(this.table, this.name, this.row, opset)]) : undefined,
      );
    }
    return this.#byOpset.get(opset);
  }

  /** The code of the element type that decides on the kernel. */
  #decidingType(facts: OperatorFacts): number {
    if (allKnown(facts)) return folded;
    if (this.row.kernels?.input === undefined) return unknownType;
    const type = facts.inputType(this.row.kernels.input);
    return type?.kind === 'tensor' ? type.elementType : unknownType;
  }

  /** What is computed on the host meets the parser, and no limit of a kernel. */
  #conditionsOn(type: number): readonly AskedCondition[] {
    if (type !== folded) return this.#conditions;
    return this.#conditions.filter(({ broken }) => broken.verdict === 'unsupported' || broken.verdict === 'silent');
  }

  #kernelReasons(type: number): Reason[] {
    if (type === folded) return [];
    const name = type === unknownType ? undefined : elementTypeName(type);
    const { kernels } = this.row;
    const reason = kernels && kernelReason(this.table, this.name, kernels, this.chip, name);
    return reason === undefined ? [] : [reason];
  }
}

/** Whether every input is a constant, or has elements that follow from constants and fixed shapes. */
function allKnown(facts: OperatorFacts): boolean {
  const { inputCount } = facts.operator;
  for (let index = 0; index < inputCount; index++) {
    if (!facts.hasInput(index) || facts.inputIsConstant(index) === true) continue;
    const elements = facts.inputElements(index);
    if (elements === undefined || elements.some((element) => element === null || typeof element === 'string'))
      return false;
  }
  return inputCount > 0;
}

/** The parser's own protocol buffers have no functions: a call is looked up like any operator. */
function functionReason(table: OperatorTable, { domain, operator: { opType } }: OperatorFacts): Reason | undefined {
  if (table.operator(rowKey(domain, opType)) !== undefined) return undefined;
  return {
    id: 'function-call',
    kind: 'operator',
    verdict: 'unsupported',
    outcome: 'broken',
    message: localized(
      `${opType} is a function of the model: ATC's parser reads no functions, and looks for an operator of that name (E16002 "No ONNX parser is registered").`,
      `${opType} 是模型内的局部函数：ATC 解析器不读取函数，会按同名算子查找（报错 E16002 "No ONNX parser is registered"）。`,
    ),
    advice: expandFunctions,
    evidence: table.general('functions'),
  };
}
