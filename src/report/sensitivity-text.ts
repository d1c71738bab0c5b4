import type { Palette } from '../diagnostics/palette.ts';
import type { Effect, Sensitivity } from '../simulate/recommend/sensitivity.ts';
import { wrap } from '../text/wrap.ts';
import { percentDigits } from './share-words.ts';

const BAR = 12;

/** What an attainment hangs on, the most first: bars to either side of what it is. Ends with a line break. */
export function sensitivityText(
  { headline: { plan, metric }, attained, runs, inputs }: Sensitivity,
  { width, palette }: { readonly width: number; readonly palette: Palette },
): string {
  const widest = Math.max(0, ...inputs.map(({ name }) => name.length));
  const most = Math.max(0, ...inputs.map(({ swing }) => swing));
  const how = Math.max(0, ...inputs.flatMap(({ effects }) => effects.map(({ by }) => by.length)));
  const lines = inputs.flatMap(({ name, effects }) =>
    effects.map((effect, i) =>
      [(i === 0 ? name : '').padEnd(widest), effect.by.padEnd(how), barOf(effect, most), effectWords(effect)]
        .join('  ')
        .trimEnd(),
    ),
  );
  const about = `Each input is changed by itself on the same draws; points of attainment with 95 % intervals over ${runs} ${runs === 1 ? 'run' : 'runs'}, largest first. A change whose interval holds 0 may be none.`;
  return `${[
    palette.strong(`what ${metric} under ${plan} hangs on: ${percentDigits(attained)} % attained`),
    ...lines,
    '',
    ...wrap(about, width),
  ].join('\n')}\n`;
}

/** A bar from the middle to the side of the change. */
function barOf({ difference }: Effect, most: number): string {
  const change = difference?.centre ?? 0;
  const length = most === 0 ? 0 : Math.round((Math.abs(change) / most) * BAR);
  const bar = '#'.repeat(change === 0 ? 0 : Math.max(1, length));
  return change < 0 ? `${bar.padStart(BAR)}|${' '.repeat(BAR)}` : `${' '.repeat(BAR)}|${bar.padEnd(BAR)}`;
}

/** `-3.2 (-3.9 to -2.5)`, in points. */
function effectWords({ difference }: Effect): string {
  if (difference === null) return 'not known';
  const { centre, low, high } = difference;
  return `${points(centre)} (${points(low)} to ${points(high)})`;
}

function points(share: number): string {
  const digits = (share * 100).toFixed(2);
  const zero = Number(digits) === 0;
  return zero ? '0.00' : share > 0 ? `+${digits}` : digits;
}
