import { canonicalDomain, type FunctionDefinition, functionKey, type Integer, type Operator } from '../../model';
import { isStandardDomain, latestOpset, runtimeSchemaOf, schemasOf } from '../schemas';
import { type OperatorRules, rulesOf } from './registry';
import { Signatures } from './signatures';
import { type TypeCheck, typeCheckOf } from './type-constraints';

/** What an operator type means where a domain is imported at a version. */
export interface ResolvedOperator {
  /** 0 where the standard domain is not imported; of a runtime's domain the latest, as runtimes import their own. */
  readonly version: number;
  /** Undefined where the operator is not known at the version. */
  readonly rules: OperatorRules | undefined;
  readonly typeCheck: TypeCheck | undefined;
  /** The model's function that is called instead. */
  readonly definition: FunctionDefinition | undefined;
  readonly signatures: Signatures;
}

type Opsets = ReadonlyMap<string, Integer>;

/** Looks each operator type up once for each set of imports, not once for each operator. */
export class ResolvedOperators {
  readonly #known = new WeakMap<Opsets, Map<string, Map<string, ResolvedOperator>>>();

  constructor(readonly functionOf: (key: string) => FunctionDefinition | undefined) {}

  of(opsets: Opsets, operator: Operator): ResolvedOperator {
    const { domain, opType } = operator;
    if (operator.overload !== '') return this.#resolve(opsets, operator);
    const domains = getOrAdd(this.#known, opsets, () => new Map<string, Map<string, ResolvedOperator>>());
    const operators = getOrAdd(domains, domain, () => new Map<string, ResolvedOperator>());
    return getOrAdd(operators, opType, () => this.#resolve(opsets, operator));
  }

  #resolve(opsets: Opsets, { domain: written, opType, overload }: Operator): ResolvedOperator {
    const domain = canonicalDomain(written);
    const version = Number(opsets.get(domain) ?? (domain === '' ? 0 : (latestOpset(domain) ?? 0)));
    const known = version > 0 && overload === '' ? rulesOf(domain, opType) : undefined;
    // As in runtimes, the model's own function comes before an operator of a runtime.
    const definition =
      known === undefined || !isStandardDomain(domain)
        ? this.functionOf(functionKey(domain, opType, overload))
        : undefined;
    const rules = definition === undefined && isDefined(domain, opType, version) ? known : undefined;
    const schema = rules && runtimeSchemaOf(domain, opType, version);
    return {
      version,
      rules,
      typeCheck: schema && typeCheckOf(schema, version),
      definition,
      signatures: new Signatures(),
    };
  }
}

/** Whether the operator exists at its version, in ONNX or in ONNX Runtime: a rule infers all versions of it. */
function isDefined(domain: string, opType: string, version: number): boolean {
  const [first] = schemasOf(domain, opType);
  return first === undefined || first.since <= version || runtimeSchemaOf(domain, opType, version) !== undefined;
}

function getOrAdd<K, V>(map: { get(key: K): V | undefined; set(key: K, value: V): unknown }, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}
