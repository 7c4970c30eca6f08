import type { Entries } from '../entry';
import { remark } from './shared';

export const texts: Entries = {
  TfIdfVectorizer: [
    remark(
      'in the CANN 5.x document (opset 9-13) but no plugin registration found in hicann ops repos',
      'registration',
      'Documented for CANN 5.x; no parser of it is in the open repositories.',
      'CANN 5.x 文档列出，但开源仓库中未找到其解析器。',
    ),
  ],
};
