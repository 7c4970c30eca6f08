import type { Localized, ScriptRuleContext } from '../../../core/model';

type Context = Pick<ScriptRuleContext, 'torchReleases'>;

/** `PyTorch 2.6 and later`, and what in the project says that this is one of them. */
export function sinceRelease(since: string, { torchReleases }: Context): Localized {
  const [pin, ...more] = torchReleases?.pins ?? [];
  const place = pin && `${nameOf(pin.path)}:${pin.line}`;
  const others = more.length === 0 ? '' : ', …';
  return {
    en: `PyTorch ${since} and later${pin ? `; ${place} asks for ${pin.requirement}${others}` : ''}`,
    zh: `PyTorch ${since} 及以上${pin ? `；${place} 要求 ${pin.requirement}${others}` : ''}`,
  };
}

/** `PyTorch 2.4`, or what the project asks for where that is no single release. */
export function releaseName({ torchReleases }: Context, torch: string | undefined): Localized {
  const [pin] = torchReleases?.pins ?? [];
  if (pin === undefined) return { en: `PyTorch ${torch}`, zh: `PyTorch ${torch}` };
  const place = `${nameOf(pin.path)}:${pin.line}`;
  return {
    en: `the PyTorch that ${place} asks for (${pin.requirement})`,
    zh: `${place} 所要求的 PyTorch（${pin.requirement}）`,
  };
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
