import type { Evidence } from '../model';

/** Where a piece of evidence can be read: a file of a public repository at a commit or tag. Undefined where it is no file. */
export function evidenceLink({ source, version, where }: Evidence): string | undefined {
  if (/^https:\/\/\S+$/.test(where)) return where;
  if (!/^[\w.-]+\/[\w.-]+$/.test(source) || !/^[\w.-]+$/.test(version)) return undefined;
  const file = /^(?<path>[\w.+-]+(?:\/[\w.+-]+)*\.\w+)(?::(?<line>\d+))?(?=$|[,; ])/.exec(where)?.groups;
  if (file === undefined) return undefined;
  const line = file['line'] === undefined ? '' : `#L${file['line']}`;
  return `https://github.com/${source}/blob/${version}/${file['path']}${line}`;
}
