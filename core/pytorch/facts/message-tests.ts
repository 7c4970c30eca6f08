import type { MessageTestFact } from '../../model';

/** Messages about CUDA or about memory: what an error's text is asked for. A device's name alone is no message. */
const message = /out of memory|\b(cuda|cublas|cudnn|nccl)\b.*\s|\s.*\b(cuda|cublas|cudnn|nccl)\b/i;

/** Whether a test for `text` asks what a message says; `subject` is the code of what is asked. */
export function isMessageTest(text: string, subject: string): boolean {
  return message.test(text) && /\b(e|ex|exc|err\w*|exception\w*|msg|message\w*|str|repr|args)\b/.test(subject);
}

export const messageOperators: ReadonlySet<string> = new Set<MessageTestFact['operator']>([
  '==',
  '!=',
  'in',
  'not in',
  'startswith',
]);
