import type { Fix, TextEdit, TextSpan } from '../../../../core/model';
import type { DtypeUse } from '../../scripts/dtype-uses';
import { replacement } from '../../scripts/edits';

/** `.double()` -> `.float()`, `torch.float64` -> `torch.float32`; a name that was imported alone is left to the author. */
export function singlePrecision({ form, span }: DtypeUse, text: string): Fix[] {
  const written = text.slice(span.start, span.end);
  const start = span.start + written.lastIndexOf('.') + 1;
  if (form !== 'method' && start === span.start) return [];
  const name = written.endsWith('double') ? 'float' : 'float32';
  return [
    {
      kind: 'review',
      title: { en: 'Use float32 (less precise)', zh: '改用 float32（精度降低）' },
      edits: [withoutChoice(span, text) ?? replacement({ start, end: span.end }, name)],
    },
  ];
}

/** `torch.float32 if on_mps() else torch.float64` -> `torch.float32`: a choice between equals is none. */
function withoutChoice({ start, end }: TextSpan, text: string): TextEdit | undefined {
  const before = singleOrElse.exec(text.slice(Math.max(0, start - longest), start));
  if (before !== null) return replacement({ start: start - before[0].length, end }, before[1]!);
  const after = ifSingle.exec(text.slice(end, end + longest));
  return after === null ? undefined : replacement({ start, end: end + after[0].length }, after[1]!);
}

const longest = 200;
const single = String.raw`(\w+\.float(?:32)?)`;
/** On one line, with no other choice in it. */
const condition = String.raw`(?:(?!\belse\b|\bif\b|\bfor\b)[^\n\[\]{},=()]|==|\((?:[^\n()]|\([^\n()]*\))*\))+?`;
const singleOrElse = new RegExp(`(?<![\\w.])${single} if ${condition} else $`);
const ifSingle = new RegExp(`^ if ${condition} else ${single}(?![\\w.(])`);
