import {
  canonicalDomain,
  type FunctionDefinition,
  functionKey,
  type Integer,
  type Operator,
  type OperatorKind,
} from '../../model';
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
  readonly #known = new WeakMap<Opsets, Map<OperatorKind, ResolvedOperator>>();
  readonly #byType = new WeakMap<Opsets, Map<string, ResolvedOperator>>();

  constructor(readonly functionOf: (key: string) => FunctionDefinition | undefined) {}

  of(opsets: Opsets, { kind }: Operator): ResolvedOperator {
    const kinds = getOrAdd(this.#known, opsets, () => new Map<OperatorKind, ResolvedOperator>());
    const known = kinds.get(kind);
    if (known !== undefined) return known;
    const types = getOrAdd(this.#byType, opsets, () => new Map<string, ResolvedOperator>());
    const key = JSON.stringify([kind.domain, kind.opType, kind.overload]);
    const resolved = getOrAdd(types, key, () => this.#resolve(opsets, kind));
    kinds.set(kind, resolved);
    return resolved;
  }

  #resolve(opsets: Opsets, { domain: written, opType, overload }: OperatorKind): ResolvedOperator {
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
