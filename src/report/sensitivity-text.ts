import type { Palette } from '../diagnostics/palette.ts';
import type { Effect, Sensitivity } from '../simulate/recommend/sensitivity.ts';
import { displayWidth, padToWidth } from '../text/display-width.ts';
import { groupDigits } from '../text/group-digits.ts';
import { wrap } from '../text/wrap.ts';
import { percentDigits } from './share-words.ts';

const BAR = 12;

/** What an attainment hangs on, the most first: bars to either side of what it is. Ends with a line break. */
export function sensitivityText(
  { headline: { plan, metric }, attained, runs, inputs }: Sensitivity,
  { width, palette }: { readonly width: number; readonly palette: Palette },
): string {
  const widest = Math.max(0, ...inputs.map(({ name }) => displayWidth(name)));
  const most = Math.max(0, ...inputs.map(({ swing }) => swing));
  const how = Math.max(0, ...inputs.flatMap(({ effects }) => effects.map(({ by }) => by.length)));
  const lines = inputs.flatMap(({ name, effects }) =>
    effects.map((effect, i) =>
      [
        padToWidth(i === 0 ? name : '', widest),
        effect.by.padEnd(how),
        barOf(effect, most),
        effectWords(effect),
      ]
        .join('  ')
        .trimEnd(),
    ),
  );
  const about =
    runs === 1
      ? 'Each input is changed by itself on the same draws; points of attainment, largest first. One run says nothing of how sure they are: `--runs 20` gives each its interval.'
      : `Each input is changed by itself on the same draws; points of attainment with 95 % intervals over ${groupDigits(runs)} runs, largest first. A change whose interval holds 0 may be none.`;
  return `${[
    palette.strong(`what ${metric} under ${plan} hangs on: ${percentDigits(attained)} % attained`),
    ...lines,
    '',
    ...wrap(about, width),
  ].join('\n')}\n`;
}

/** A bar from the middle to the side of the change. */
function barOf({ change: overAll, difference }: Effect, most: number): string {
  const change = difference?.centre ?? overAll ?? 0;
  const length = most === 0 ? 0 : Math.round((Math.abs(change) / most) * BAR);
  const bar = '#'.repeat(change === 0 ? 0 : Math.max(1, length));
  return change < 0 ? `${bar.padStart(BAR)}|${' '.repeat(BAR)}` : `${' '.repeat(BAR)}|${bar.padEnd(BAR)}`;
}

/** `-3.20 (-3.90 to -2.50)`, in points; without runs to tell how sure it is, the change alone. */
function effectWords({ change, difference }: Effect): string {
  if (difference === null) return change === null ? 'not known' : points(change);
  const { centre, low, high } = difference;
  return `${points(centre)} (${points(low)} to ${points(high)})`;
}

function points(share: number): string {
  const digits = (share * 100).toFixed(2);
  const zero = Number(digits) === 0;
  return zero ? '0.00' : share > 0 ? `+${digits}` : digits;
}
