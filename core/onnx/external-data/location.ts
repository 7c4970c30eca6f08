import type { Localized } from '../../model';

/** Why a location is refused by its text alone. */
export interface LocationDefect {
  readonly code: string;
  readonly why: Localized;
}

const defects: readonly {
  readonly code: string;
  readonly applies: (location: string) => boolean;
  readonly why: Localized;
}[] = [
  {
    code: 'empty',
    applies: (location) => location === '',
    why: { en: 'it is empty', zh: '它为空' },
  },
  {
    code: 'control-character',
    applies: (location) => /[\u0000-\u001f\u007f]/.test(location),
    why: { en: 'it contains a NUL or another control character', zh: '它含有 NUL 或其他控制字符' },
  },
  {
    code: 'url',
    applies: (location) => /^[a-z][a-z0-9+.-]+:/i.test(location),
    why: { en: 'it is a URL', zh: '它是 URL' },
  },
  {
    code: 'drive',
    applies: (location) => /^[a-z]:/i.test(location),
    why: { en: 'it names a drive', zh: '它包含盘符' },
  },
  {
    code: 'network',
    applies: (location) => /^[\\/]{2}/.test(location),
    why: {
      en: 'it is a network path, which would send credentials to its host',
      zh: '它是网络路径，访问会向对方主机发送凭据',
    },
  },
  {
    code: 'absolute',
    applies: (location) => /^[\\/]/.test(location),
    why: { en: 'it is an absolute path', zh: '它是绝对路径' },
  },
  {
    code: 'parent',
    applies: (location) => normalized(location).includes('..'),
    why: { en: 'it contains "..", which leads out of the folder', zh: '它含有“..”，会指向目录之外' },
  },
  {
    code: 'backslash',
    applies: (location) => location.includes('\\'),
    why: {
      en: 'it contains a backslash, which is a separator on Windows and a letter elsewhere',
      zh: '它含有反斜杠：在 Windows 上是分隔符，在其他系统上是普通字符',
    },
  },
];

/** What is wrong with a location, whatever files there are; undefined where it may be looked for. */
export function locationDefect(location: string): LocationDefect | undefined {
  return defects.find(({ applies }) => applies(location));
}

/** Whether a location has a `..` that stays inside the folder: harmless by itself, and refused by some loaders. */
export function goesUpAndDown(location: string): boolean {
  return location.split('/').includes('..');
}

/** The path without `.`, empty parts, and `x/..`; `..` that lead out stay. */
export function normalized(path: string): string {
  const parts: string[] = [];
  for (const part of path.split(/[\\/]/)) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else parts.push(part);
  }
  return parts.join('/');
}
