import type { HourCell } from '../../model.ts';
import type { Glyphs } from '../../text/glyphs.ts';
import type { Row, Run, Tone } from '../../text/row.ts';

/** The hours of one date side by side, each so many cells wide. */
export function heatRow(hours: readonly HourCell[], width: number, glyphs: Glyphs): Row {
  const joined: Run[] = [];
  for (const hour of hours) {
    const { text, tone } = hourRun(hour, width, glyphs);
    const last = joined.at(-1);
    if (last?.tone === tone) joined[joined.length - 1] = { text: last.text + text, tone };
    else joined.push({ text, tone });
  }
  return joined;
}

function hourRun({ open, limited, clock }: HourCell, width: number, glyphs: Glyphs): Run {
  if (clock === 'skipped') return { text: glyphs.skippedHour.repeat(width), tone: 'warn' };
  const fill =
    open === 'shut'
      ? glyphs.shut
      : limited
        ? glyphs.limited
        : open === 'open'
          ? glyphs.counted
          : glyphs.openInPart;
  const tone: Tone = open === 'shut' ? 'dim' : limited ? 'warn' : 'good';
  // The hour that the clock shows twice, or only in part, says so in its first cell.
  const first = clock === 'doubled' ? '2' : clock === 'cut' ? glyphs.skippedHour : fill;
  return { text: first + fill.repeat(Math.max(0, width - 1)), tone };
}

/** `0     6     12    18    24` over hours so many cells wide. */
export function hourRuler(width: number): string {
  return [0, 6, 12, 18].map((hour) => String(hour).padEnd(6 * width)).join('') + '24';
}
