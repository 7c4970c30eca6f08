import { canonicalDomain, type FunctionDefinition, functionKey, type Integer, type OperatorKind } from '../../model';
import { firstVersionOf, isStandardDomain, latestOpset, runtimeSchemaOf } from '../schemas';
import { type OperatorRules, rulesOf } from './rules/registry';
import { Signatures } from './signatures';
import { type TypeCheck, typeCheckOf } from './type-constraints';

/** What an operator type means where a domain is imported at a version. */
export interface ResolvedOperator {
  /** 0 where the standard domain is not imported; of a runtime's domain the latest, as runtimes import their own. */
  readonly version: number;
  /** Undefined where the operator is not known at the version. */
  readonly rules: OperatorRules | undefined;
  /** That of the rules, where elements are wanted. */
  readonly propagate: OperatorRules['propagate'];
  readonly typeCheck: TypeCheck | undefined;
  /** The model's function that is called instead. */
  readonly definition: FunctionDefinition | undefined;
  readonly signatures: Signatures;
}

type Opsets = ReadonlyMap<string, Integer>;

/** Looks each operator type up once for each set of imports, not once for each operator. */
export class ResolvedOperators {
  readonly #byImports = new WeakMap<Opsets, ImportedOperators>();

  constructor(
    readonly functionOf: (key: string) => FunctionDefinition | undefined,
    /** Whether elements are wanted that are no constants of the file. */
    readonly propagates: boolean,
  ) {}

  under(opsets: Opsets): ImportedOperators {
    let imported = this.#byImports.get(opsets);
    if (imported === undefined) this.#byImports.set(opsets, (imported = new ImportedOperators(opsets, this)));
    return imported;
  }
}

/** What operator types mean under one set of imports. */
export class ImportedOperators {
  /** Those that were asked for. */
  readonly byKind = new Map<OperatorKind, ResolvedOperator>();
  readonly #byType = new Map<string, ResolvedOperator>();
  readonly #opsets: Opsets;
  readonly #all: ResolvedOperators;

  constructor(opsets: Opsets, all: ResolvedOperators) {
    this.#opsets = opsets;
    this.#all = all;
  }

  of(kind: OperatorKind): ResolvedOperator {
    const known = this.byKind.get(kind);
    if (known !== undefined) return known;
    const key = JSON.stringify([kind.domain, kind.opType, kind.overload]);
    let resolved = this.#byType.get(key);
    if (resolved === undefined) this.#byType.set(key, (resolved = this.#resolve(kind)));
    this.byKind.set(kind, resolved);
    return resolved;
  }

  #resolve({ domain: written, opType, overload }: OperatorKind): ResolvedOperator {
    const domain = canonicalDomain(written);
    const version = Number(this.#opsets.get(domain) ?? (domain === '' ? 0 : (latestOpset(domain) ?? 0)));
    const known = version > 0 && overload === '' ? rulesOf(domain, opType) : undefined;
    // As in runtimes, the model's own function comes before an operator of a runtime.
    const definition =
      known === undefined || !isStandardDomain(domain)
        ? this.#all.functionOf(functionKey(domain, opType, overload))
        : undefined;
    const rules = definition === undefined && isDefined(domain, opType, version) ? known : undefined;
    const schema = rules && runtimeSchemaOf(domain, opType, version);
    return {
      version,
      rules,
      propagate: this.#all.propagates || rules?.isConstant ? rules?.propagate : undefined,
      typeCheck: schema && typeCheckOf(schema, version),
      definition,
      signatures: new Signatures(),
    };
  }
}

/** Whether the operator exists at its version, in ONNX or in ONNX Runtime: a rule infers all versions of it. */
function isDefined(domain: string, opType: string, version: number): boolean {
  const first = firstVersionOf(domain, opType);
  return first === undefined || first <= version || runtimeSchemaOf(domain, opType, version) !== undefined;
}
