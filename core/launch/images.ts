import type { ImageFact, TextSpan } from '../model';
import { placeOf } from './place';

/** The image that `span` names; undefined where a variable stands for it. */
export function imageAt(text: string, span: TextSpan): ImageFact | undefined {
  const said = text.slice(span.start, span.end);
  const [name = ''] = said.split('@');
  // A colon before a slash is a registry's port.
  const colon = name.indexOf(':', name.lastIndexOf('/') + 1);
  const image = colon < 0 ? name : name.slice(0, colon);
  if (image === '' || /[\s$]/.test(image)) return undefined;
  return {
    ...placeOf(text, span),
    image,
    nameSpan: { start: span.start, end: span.start + image.length },
    ...(colon < 0 ? {} : { tag: name.slice(colon + 1) }),
  };
}
