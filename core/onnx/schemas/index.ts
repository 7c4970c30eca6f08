import { canonicalDomain, type Integer } from '../../model';
import type { OperatorSchema } from './schema';
import { schemaTable } from './table';

export type { AttributeSchema, AttributeType, OperatorSchema, Parameter } from './schema';
export { isStandardDomain } from './standard-domain';

/**
 * What an operator is where its domain is imported at version `opset`; a deprecated schema is returned too. Undefined
 * where the domain's owner does not define the operator at that version. An opset beyond the latest known one is read as
 * the latest known schema: callers that care ask {@link latestOpset}.
 */
export function schemaOf(domain: string, opType: string, opset: Integer): OperatorSchema | undefined {
  return schemaTable().versionsOf(domain, opType)?.newest(opset, true);
}

/** Every schema that the domain's owner defines for an operator, oldest first. */
export function schemasOf(domain: string, opType: string): readonly OperatorSchema[] {
  return schemaTable().versionsOf(domain, opType)?.owned() ?? [];
}

/** The version since which the domain's owner defines an operator; undefined where it does not. */
export function firstVersionOf(domain: string, opType: string): number | undefined {
  return schemaTable().versionsOf(domain, opType)?.first();
}

/**
 * The schema that ONNX Runtime uses: {@link schemaOf}, or where ONNX defines none, one of the operators that ONNX Runtime
 * adds to the standard domain (`LayerNormalization` before opset 17, `SimplifiedLayerNormalization`, `Affine`, ...).
 */
export function runtimeSchemaOf(domain: string, opType: string, opset: Integer): OperatorSchema | undefined {
  const versions = schemaTable().versionsOf(domain, opType);
  return versions?.newest(opset, true) ?? versions?.newest(opset, false);
}

/** The newest version of a domain that the table knows: 28 for the standard one. Undefined for unknown domains. */
export function latestOpset(domain: string): number | undefined {
  return schemaTable().latest.get(canonicalDomain(domain));
}

/** Names of all operators of a domain, in alphabetical order. */
export function operatorNames(domain: string): readonly string[] {
  return schemaTable()
    .operatorNames(domain)
    .filter((name) => firstVersionOf(domain, name) !== undefined);
}
