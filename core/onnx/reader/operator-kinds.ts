import type { Attribute, OperatorKind } from '../../model';

/** What operators may have in common so far, and what the next attribute makes of it. */
interface Prefix {
  kind: OperatorKind | undefined;
  next: Map<Attribute, Prefix> | undefined;
}

/** With a map of one entry. */
const sizeOfPrefix = 250;

/** Finds the one object of operators that are alike in type and attributes. */
export class OperatorKinds {
  // Plain fields, which V8 reads faster than #private ones before it has optimised a method.
  /** Of the standard domain, without an overload: nearly all. */
  private readonly standard = new Map<string, Prefix>();
  private readonly byType = new Map<string, Map<string, Map<string, Prefix>>>();

  /** `spend` is told how many bytes of memory a kind takes that is new. */
  constructor(private readonly spend: (bytes: number) => void) {}

  /** The kind with the attributes from `first` on, which are the same objects wherever they are equal. */
  of(opType: string, domain: string, overload: string, attributes: readonly Attribute[], first: number): OperatorKind {
    let prefix = this.prefixOf(opType, domain, overload);
    for (let index = first; index < attributes.length; index += 1) {
      prefix.next ??= new Map();
      let next = prefix.next.get(attributes[index]!);
      if (next === undefined) {
        this.spend(sizeOfPrefix);
        prefix.next.set(attributes[index]!, (next = { kind: undefined, next: undefined }));
      }
      prefix = next;
    }
    if (prefix.kind === undefined) {
      this.spend(sizeOfPrefix);
      prefix.kind = { opType, domain, overload, attributes: attributes.slice(first) };
    }
    return prefix.kind;
  }

  private prefixOf(opType: string, domain: string, overload: string): Prefix {
    const isStandard = domain === '' && overload === '';
    const prefixes = isStandard ? this.standard : this.overloads(opType, domain);
    const key = isStandard ? opType : overload;
    let prefix = prefixes.get(key);
    if (prefix === undefined) prefixes.set(key, (prefix = { kind: undefined, next: undefined }));
    return prefix;
  }

  private overloads(opType: string, domain: string): Map<string, Prefix> {
    let domains = this.byType.get(opType);
    if (domains === undefined) this.byType.set(opType, (domains = new Map()));
    let overloads = domains.get(domain);
    if (overloads === undefined) domains.set(domain, (overloads = new Map()));
    return overloads;
  }
}
