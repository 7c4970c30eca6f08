import type { Integer, OpsetImport } from '../../model';
import { type Checking, type OpsetImports, quoted, type Subject } from './checking';

const largestInt32 = 0x7fff_ffff;

/** The imported versions by domain; the last of a domain counts. */
export function checkedOpsets(checking: Checking, imports: readonly OpsetImport[], subject: Subject): OpsetImports {
  const opsets = new Map<string, Integer>();
  for (const { domain, version } of imports) {
    if (version < -largestInt32 - 1 || version > largestInt32) {
      checking.error(
        'opset-version-range',
        {
          en: `Version ${version} of domain ${quoted(domain)} is out of range.`,
          zh: `域 ${quoted(domain)} 的版本 ${version} 超出范围。`,
        },
        subject,
      );
    }
    const before = opsets.get(domain);
    if (before !== undefined) {
      checking.warning(
        'repeated-opset-import',
        {
          en: `Domain ${quoted(domain)} is imported more than once (versions ${before} and ${version}); the last one counts.`,
          zh: `域 ${quoted(domain)} 被导入多次（版本 ${before} 和 ${version}）；以最后一次为准。`,
        },
        subject,
      );
    }
    opsets.set(domain, version);
  }
  return opsets;
}
