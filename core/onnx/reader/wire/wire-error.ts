import type { Localized, Problem } from '../../../model';

/** What can be wrong with the bytes themselves; the code of the problem is `onnx-wire/<kind>`. */
export type WireDefect =
  | 'truncated'
  | 'length-past-parent'
  | 'varint-too-long'
  | 'wire-type'
  | 'field-zero'
  | 'unmatched-group'
  | 'group-too-deep'
  | 'type-too-deep'
  | 'graph-too-deep'
  | 'too-large'
  | 'read-failed';

/** Thrown where the task was cancelled: not a defect of the file. */
export class Cancelled extends Error {}

const messages: Readonly<Record<WireDefect, Localized>> = {
  truncated: {
    en: 'the file ends in the middle of a field: it is truncated. Download or export it again.',
    zh: '文件在字段中间结束：内容被截断。请重新下载或重新导出该模型。',
  },
  'length-past-parent': {
    en: 'a field is longer than the message that holds it: the file is damaged. Download or export it again.',
    zh: '字段长度超出了所在消息的范围：文件已损坏。请重新下载或重新导出该模型。',
  },
  'varint-too-long': {
    en: 'a variable-length integer has more than ten bytes (or a tag more than five): this is not a protobuf file, or it is damaged.',
    zh: '变长整数超过十个字节（或字段标签超过五个字节）：这不是 protobuf 文件，或文件已损坏。',
  },
  'wire-type': {
    en: 'a field has a wire type (6 or 7) that protobuf does not define: this is not an ONNX model, or it is damaged.',
    zh: '字段使用了 protobuf 未定义的编码类型（6 或 7）：这不是 ONNX 模型，或文件已损坏。',
  },
  'field-zero': {
    en: 'a field has number 0, which protobuf does not allow: this is not an ONNX model, or it is damaged.',
    zh: '字段编号为 0，protobuf 不允许：这不是 ONNX 模型，或文件已损坏。',
  },
  'unmatched-group': {
    en: 'the start and the end of a protobuf group do not match: the file is damaged.',
    zh: 'protobuf 分组的开始与结束标记不匹配：文件已损坏。',
  },
  'group-too-deep': {
    en: 'protobuf groups are nested more than 100 deep: no exporter writes such a file; protobuf refuses it as well.',
    zh: 'protobuf 分组嵌套超过 100 层：没有导出工具会生成这样的文件，protobuf 也会拒绝它。',
  },
  'type-too-deep': {
    en: 'a value type (sequence, optional, map) is nested more than 64 deep: the limit of this reader.',
    zh: '值类型（sequence、optional、map）嵌套超过 64 层：超出读取器的上限。',
  },
  'graph-too-deep': {
    en: 'subgraphs are nested more than 100 deep: the limit of this reader. Flatten the control flow of the model.',
    zh: '子图嵌套超过 100 层：超出读取器的上限。请展平模型中的控制流。',
  },
  'too-large': {
    en: 'the graph is larger than this reader takes (about 500 MB of structure, weights not counted); what follows here was not read.',
    zh: '计算图的结构（不含权重）过大，超出读取器约 500 MB 的上限；此处之后的内容未读取。',
  },
  'read-failed': {
    en: 'the file could not be read here: it changed or the device failed while it was read.',
    zh: '此处无法读取文件：读取过程中文件被修改或设备出错。',
  },
};

/** Unwinds the reader from any depth; {@link readModel} makes a problem of it, nothing else sees it. */
export class WireError extends Error {
  readonly defect: WireDefect;
  readonly byteOffset: number;

  constructor(defect: WireDefect, byteOffset: number) {
    super(defect);
    this.defect = defect;
    this.byteOffset = byteOffset;
  }
}

export function wireProblem(defect: WireDefect, byteOffset: number): Problem {
  const { en, zh } = messages[defect];
  return {
    code: `onnx-wire/${defect}`,
    severity: 'error',
    message: { en: `Byte ${byteOffset}: ${en}`, zh: `字节 ${byteOffset}：${zh}` },
    byteOffset,
  };
}
