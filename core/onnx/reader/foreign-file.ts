import type { ByteSource, Localized, Problem } from '../../model';
import { decodeUtf8 } from './bytes/utf8';

/** What stands at the start of files that are mistaken for models, and what to do about each. */
const foreign: readonly {
  readonly start: RegExp;
  readonly code: string;
  readonly message: (found: RegExpExecArray) => Localized;
}[] = [
  {
    start: /^version https:\/\/git-lfs[^\n]*\n(?:[^\n]*\n)*?size (\d+)/,
    code: 'git-lfs-pointer',
    message: ([, size]) => ({
      en: `this is a Git LFS pointer, not the model: it stands for a file of ${size} bytes. Fetch the model with "git lfs pull".`,
      zh: `这是 Git LFS 指针，而不是模型本身：它代表一个 ${size} 字节的文件。请用“git lfs pull”下载模型。`,
    }),
  },
  {
    start: /^\s*(?:<!doctype html|<html|<\?xml)/i,
    code: 'web-page',
    message: () => ({
      en: 'this is a web page (HTML or XML) saved under the name of a model, probably an error page. Download the model again.',
      zh: '这是以模型文件名保存的网页（HTML 或 XML），很可能是错误页面。请重新下载模型。',
    }),
  },
  {
    start: /^PK\u0003\u0004/,
    code: 'zip-archive',
    message: () => ({
      en: 'this is a ZIP archive (a PyTorch checkpoint is one as well), not an ONNX model. Unpack it, or export the model with torch.onnx.export.',
      zh: '这是 ZIP 压缩包（PyTorch 检查点也是 ZIP 格式），而不是 ONNX 模型。请解压，或用 torch.onnx.export 导出模型。',
    }),
  },
  {
    start: /^\u001f\u008b/,
    code: 'gzip-archive',
    message: () => ({
      en: 'this file is compressed with gzip. Unpack it first.',
      zh: '该文件经 gzip 压缩，请先解压。',
    }),
  },
  {
    start: /^[\s\S]{4}ORTM/,
    code: 'ort-format',
    message: () => ({
      en: "this is a model in ONNX Runtime's own format (.ort), not ONNX. Use the .onnx file that it was made from.",
      zh: '这是 ONNX Runtime 自有格式（.ort）的模型，而不是 ONNX。请使用转换前的 .onnx 文件。',
    }),
  },
  {
    start: /^[\s\S]{4}TFL3/,
    code: 'tflite-format',
    message: () => ({
      en: 'this is a TensorFlow Lite model, not ONNX. Convert it with tf2onnx.',
      zh: '这是 TensorFlow Lite 模型，而不是 ONNX。请用 tf2onnx 转换。',
    }),
  },
  {
    start: /^\s*\{\s*"/,
    code: 'json',
    message: () => ({
      en: 'this is a JSON text, not an ONNX model.',
      zh: '这是 JSON 文本，而不是 ONNX 模型。',
    }),
  },
];

const longestStart = 1024;

/** What exporters write first. No foreign file starts so but one whose format is named behind four bytes of any kind. */
const irVersionTag = 0x08;
const namesFormat = /^[\s\S]{4}[A-Z\d]{4}/;

/** What the file is instead of a model, where its first bytes say so. */
export function foreignFile(source: ByteSource): Problem | undefined {
  if (source.size === 0) {
    const message = {
      en: 'the file is empty: 0 bytes. The download or export was interrupted; repeat it.',
      zh: '文件为空（0 字节）：下载或导出过程被中断，请重试。',
    };
    return { code: 'onnx-file/empty', severity: 'error', message, byteOffset: 0 };
  }
  const head = source.read(0, longestStart);
  const text = Array.from(head.subarray(0, 16), (byte) => String.fromCharCode(byte)).join('');
  if (head[0] === irVersionTag && !namesFormat.test(text)) return undefined;
  const decoded = decodeUtf8(head);
  for (const { start, code, message } of foreign) {
    const found = start.exec(text) ?? start.exec(decoded);
    if (found !== null) {
      return { code: `onnx-file/${code}`, severity: 'error', message: message(found), byteOffset: 0 };
    }
  }
  return undefined;
}

/** Valid protobuf, or nearly so, in which nothing is a model's. */
export function notAModel(byteOffset: number): Problem {
  const message = {
    en: 'this is not an ONNX model: none of its fields is one of a model. Check that the right file was given.',
    zh: '这不是 ONNX 模型：其中没有任何模型字段。请检查文件是否正确。',
  };
  return { code: 'onnx-file/not-a-model', severity: 'error', message, byteOffset };
}
