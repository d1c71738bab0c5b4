import type { Marker } from './marker.ts';

export type TermKind = 'construct' | 'text';

/** A term is carried by a construct, unless every clause that carries it is a text and nothing else. */
export function kindOf(markers: readonly Marker[]): TermKind {
  return markers.every(isText) ? 'text' : 'construct';
}

/** A text on which nothing hangs: no condition, no selector, no value beside it. */
function isText({ entry: { head } }: Marker): boolean {
  const images = head.map(({ image }) => image);
  switch (images[0]) {
    case 'note':
    case 'document':
    case 'provider':
    case 'customer':
      return true;
    case 'include':
    case 'exclude':
    case 'requires':
    case 'advice':
      return !images.includes('when') && !images.includes('for');
    case 'feature':
      return images.includes('is');
    default:
      return false;
  }
}
