import { canonicalDomain } from '../../model';

/** The domains that ONNX itself defines; every other one belongs to a runtime or to the model's author. */
export function isStandardDomain(domain: string): boolean {
  const canonical = canonicalDomain(domain);
  return canonical === '' || canonical.startsWith('ai.onnx.');
}
