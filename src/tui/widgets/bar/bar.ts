import type { Glyphs } from '../../text/glyphs.ts';

/**
 * A horizontal bar of `width` cells for a share between 0 and 1. It is full for 1 alone and empty for 0 alone, as
 * far as the glyphs' fineness allows: a share of 99.9 % must not look like a kept promise.
 */
export function bar(share: number, width: number, glyphs: Glyphs): string {
  if (width <= 0) return '';
  const steps = glyphs.bar.length;
  const all = width * steps;
  const bounded = Math.min(1, Math.max(0, share));
  let filled = Math.round(bounded * all);
  if (bounded > 0 && filled === 0) filled = 1;
  if (bounded < 1 && filled === all) filled = all - 1;
  const whole = Math.trunc(filled / steps);
  const part = filled % steps;
  const full = (glyphs.bar[steps - 1] ?? '#').repeat(whole);
  const tip = part === 0 ? '' : (glyphs.bar[part - 1] ?? '');
  return full + tip + glyphs.barEmpty.repeat(width - whole - (part === 0 ? 0 : 1));
}
