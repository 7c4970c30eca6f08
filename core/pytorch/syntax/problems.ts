import type { Problem } from '../../model';
import type { Span } from './nodes';

/** Deeper nests are not looked into: recursion ends before the stack does. */
export const deepest = 250;

export function notPython(span: Span): Problem {
  return {
    code: 'python/syntax',
    severity: 'error',
    message: {
      en: 'This is not valid Python; the code around it is analysed',
      zh: '此处不是合法的 Python 语法；其余代码仍会分析',
    },
    span,
  };
}

export function tooDeep(span: Span): Problem {
  return {
    code: 'python/nesting',
    severity: 'warning',
    message: {
      en: `This is nested more than ${deepest} levels deep and is not looked into`,
      zh: `此处嵌套超过 ${deepest} 层，未作分析`,
    },
    span,
  };
}

export function tooLong(at: number, longest: number): Problem {
  return {
    code: 'python/length',
    severity: 'warning',
    message: {
      en: `The text is longer than ${longest.toLocaleString('en')} characters; what follows is not analysed`,
      zh: `文本超过 ${longest.toLocaleString('en')} 个字符，其后的内容未作分析`,
    },
    span: { start: at, end: at },
  };
}
