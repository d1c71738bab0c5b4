import { displayWidth } from '../text/display-width.ts';
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

/** Index behind the lines that share a column for their comments with the line at `start`; a `}` shares none. */
function endOfRun(lines: readonly Line[], start: number): number {
  const first = lines[start];
  let end = start + 1;
  if (first === undefined || first.comment === null || isClosing(first)) return end;
  for (; end < lines.length; end++) {
    const line = lines[end] as Line;
    if (line.comment === null || line.depth !== first.depth || isClosing(line)) break;
  }
  return end;
}

function isClosing(line: Line): boolean {
  return line.code.trimStart() === '}';
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
