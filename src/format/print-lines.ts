import { displayWidth } from './display-width.ts';
import { blanks, type Line } from './line.ts';

/** Blanks between code and the comment behind it. */
const GAP = 2;
/** Comments are aligned only while the shortest of their lines needs no more blanks than this. */
const MOST_PADDING = 30;

/** Prints lines with a line end behind each; comments behind neighbouring lines of one block begin in one column. */
export function printLines(lines: readonly Line[]): string {
  let text = '';
  for (let start = 0; start < lines.length;) {
    const end = endOfRun(lines, start);
    text += printRun(lines.slice(start, end));
    start = end;
  }
  return text;
}

/** Index behind the lines that share a column for their comments with the line at `start`. */
function endOfRun(lines: readonly Line[], start: number): number {
  let end = start + 1;
  if (lines[start]?.comment === null) return end;
  while (
    lines[end] !== undefined &&
    lines[end]?.comment !== null &&
    lines[end]?.depth === lines[start]?.depth
  )
    end++;
  return end;
}

function printRun(lines: readonly Line[]): string {
  const widths = lines.map((line) => displayWidth(line.code));
  const widest = Math.max(...widths);
  const aligned = widest - Math.min(...widths) <= MOST_PADDING;
  return lines
    .map(({ code, comment }, i) => {
      if (comment === null) return `${code}\n`;
      const padding = aligned ? widest - (widths[i] ?? widest) : 0;
      return `${code}${blanks(padding + GAP)}${comment}\n`;
    })
    .join('');
}
