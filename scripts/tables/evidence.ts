import type { Evidence } from '../../core/model';

/** Sources that the facts name in words rather than as a repository. */
const named: readonly (readonly [RegExp, Evidence])[] = [
  [
    /^vendor(-authored)? filing/,
    {
      source: 'Xiamen Sophgo, product filing at the China Security & Protection Industry Association',
      version: '2024-09-30',
      where: 'https://xh.21csp.com.cn/cxcp_2024/202409/2056.html',
    },
  ],
  [
    /^third-party survey/,
    { source: 'Sophgo (算能) Hardware Architecture (third-party survey)', version: '2026-08-08', where: 'chip tables' },
  ],
  [
    /^https:\/\/datashieldhq\.site/,
    {
      source: 'datashieldhq.site, relaying a statement of Sophgo',
      version: '2025-07-01',
      where: 'https://datashieldhq.site/2025/07/01/chinas-sophgo-chip-powers-deepseek-ai-model',
    },
  ],
  [
    /^https:\/\/blog\.51cto\.com/,
    { source: '51CTO blog', version: 'undated', where: 'https://blog.51cto.com/u_15531854/5575540' },
  ],
  [
    /^vllm-tpu README/,
    {
      source: 'sophgo/vllm-tpu',
      version: '9b474f248062',
      where: 'README.md:319-325, share-mem-start and share-mem-size',
    },
  ],
  [
    /^maintainer in https:\/\/github\.com\/sophgo\/tpu-mlir\/issues\/124/,
    {
      source: 'sophgo/tpu-mlir',
      version: 'issue 124',
      where: "maintainer's answer: BM1684 supports F32 and INT8 only",
    },
  ],
  [
    /^avalanchenoticias/,
    { source: 'Atlas 300I Duo teardown', version: '2025', where: 'avalanchenoticias.com.br, infogioco.it' },
  ],
  [
    /^CANN 5\.x list/,
    {
      source: 'Huawei, 支持ONNX算子清单 (ONNX operators supported)',
      version: 'CANN 5.x',
      where: "the operator's section",
    },
  ],
  [
    /^onnxsim 0\.4\.17/,
    {
      source: 'onnxsim',
      version: '0.4.17',
      where: 'simplify() of a model with a local function, run: the call stays, the definition goes',
    },
  ],
  [/^manuals\.plus/, { source: 'Huawei', version: 'undated', where: 'Atlas 300T Training Card Technical White Paper' }],
  [/^hxnews/, { source: 'hxnews.com', version: '2019-09-18', where: 'introduction of the Atlas 900' }],
  [/^notebookcheck/, { source: 'notebookcheck.info', version: '2025', where: 'report on Huawei Connect 2025' }],
  [
    /^arxiv\.org\/html\/2506\.12708/,
    {
      source: 'Serving Large Language Models on Huawei CloudMatrix384',
      version: 'arXiv:2506.12708v2',
      where: 'system tables',
    },
  ],
];

/** The state of a repository that the facts were read from, for sources that name only a file. */
const readCommits: ReadonlyMap<string, string> = new Map([
  ['sophgo/tpu-mlir', '36e3c625ae35'],
  ['sophgo/torch-tpu', 'fe9b478b'],
  ['sophgo/vllm-tpu', '9b474f248062'],
  ['sophgo/sophon-demo', 'c7c94bb0'],
  ['ai-dynamo/aiconfigurator', '095f58a51c4c'],
  ['zartbot/shallowsim', '0cec1f50b5de'],
  ['hahnyuan/LLM-Viewer', 'undated'],
  ['Ascend/msmodeling', '84fec853d670'],
]);

/** A source as the facts write it, such as `sophgo/tpu-mlir regression/chip.py @36e3c625...; ...`, as evidence. */
export function parseEvidence(text: string): Evidence[] {
  return text.split(/;\s+(?=[a-zA-Z-]+\/[a-zA-Z-]|https?:|third-party|vendor|maintainer)/).map(parseOne);
}

function parseOne(text: string): Evidence {
  const cleaned = text
    .replace(/,?\s*\(?stored (file )?id \d+\)?/g, '')
    .replace(/\s*\((script|raw[^)]*)\)/g, '')
    .replace(/^aiconfigurator /, 'ai-dynamo/aiconfigurator ')
    .trim();
  for (const [pattern, evidence] of named) if (pattern.test(cleaned)) return evidence;
  const inCommit = /^([\w.-]+\/[\w.-]+) (.*?)\s*@([0-9a-f]{40}|[0-9a-f]{7,16})\s*(.*)$/.exec(cleaned);
  if (inCommit !== null) {
    const [, source, file, version, rest] = inCommit;
    return {
      source: source!,
      version: version!.slice(0, 12),
      where: `${file}${/^[a-z0-9_]+\.py/.test(rest!) ? '' : ' '}${rest}`.trim(),
    };
  }
  const atCommit = /^([\w.-]+\/[\w.-]+)@([0-9a-f]{7,12})[0-9a-f]*:?\s*(.*)$/.exec(cleaned);
  if (atCommit !== null) return { source: atCommit[1]!, version: atCommit[2]!, where: atCommit[3] || 'repository' };
  const unversioned = /^([\w.-]+\/[\w.-]+)\s+(.*)$/.exec(cleaned);
  const commit = unversioned === null ? undefined : readCommits.get(unversioned[1]!);
  if (commit !== undefined) return { source: unversioned![1]!, version: commit, where: unversioned![2]! };
  throw new Error(`evidence in an unknown form: ${text}`);
}
