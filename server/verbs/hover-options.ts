import type { Language } from '../../core/model';
import type { OperatorTimes } from './operator-times';

export interface HoverOptions {
  readonly language: Language;
  readonly isMarkdown: boolean;
}

export interface GraphHoverOptions extends HoverOptions {
  readonly times: OperatorTimes;
}
