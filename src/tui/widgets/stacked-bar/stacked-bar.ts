import type { Glyphs } from '../../text/glyphs.ts';
import type { Row, Run, Tone } from '../../text/row.ts';

/** A part of a bar: told apart by its glyph where there is no colour. */
export interface BarPart {
  readonly count: number;
  readonly tone: Tone;
  /** From a part of a cell to a whole one; the last is the whole one. */
  readonly steps: readonly string[];
}

/** The glyphs of the kinds of bars. */
export function barSteps(bars: 'block' | 'braille', glyphs: Glyphs): readonly string[] {
  return bars === 'braille' && glyphs.kind === 'unicode'
    ? ['⡀', '⡄', '⡆', '⡇', '⣇', '⣧', '⣷', '⣿']
    : glyphs.bar;
}

/**
 * Parts one after the other, `width` cells long for `largest`. Whatever counts at least one has a mark; what is cut
 * to whole cells between parts is only a fraction of a cell.
 */
export function stackedBar(parts: readonly BarPart[], largest: number, width: number): Row {
  if (width <= 0) return [];
  const last = parts.findLastIndex((part) => part.count > 0);
  let rest = width;
  let exact = 0;
  let drawn = 0;
  const runs: Run[] = [];
  parts.forEach(({ count, tone, steps }, place) => {
    if (count <= 0 || rest <= 0) return;
    exact += (count / Math.max(1, largest)) * width;
    const wanted = Math.max(0, exact - drawn);
    const fraction = place === last ? wanted : Math.max(1, Math.round(wanted));
    const cells = Math.min(rest, Math.floor(fraction));
    const part = Math.round((Math.min(rest, fraction) - cells) * steps.length);
    const whole = steps.at(-1) ?? '#';
    let text = whole.repeat(cells);
    if (part >= steps.length) text += whole;
    else if (part > 0) text += steps[part - 1] ?? '';
    if (text === '') text = steps[0] ?? whole;
    const shown = [...text].slice(0, rest).join('');
    drawn += [...shown].length;
    rest -= [...shown].length;
    runs.push({ text: shown, tone });
  });
  return [...runs, { text: ' '.repeat(rest), tone: 'plain' }];
}
