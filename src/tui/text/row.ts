import { clip, fit, fitRight, textWidth } from './width.ts';

/** What a stretch of text is, not how it looks: a theme decides that. */
export type Tone = 'plain' | 'strong' | 'dim' | 'good' | 'bad' | 'warn' | 'accent' | 'selected';

export interface Run {
  readonly text: string;
  readonly tone: Tone;
}

/** One line of the screen. */
export type Row = readonly Run[];

export function run(text: string, tone: Tone = 'plain'): Run {
  return { text, tone };
}

export function line(text: string, tone: Tone = 'plain'): Row {
  return [{ text, tone }];
}

export function rowText(row: Row): string {
  return row.map((part) => part.text).join('');
}

export function rowWidth(row: Row): number {
  return row.reduce((width, part) => width + textWidth(part.text), 0);
}

/** The row cut or filled to exactly so many cells. */
export function fitRow(row: Row, width: number): Row {
  const fitted: Run[] = [];
  let rest = width;
  for (const part of row) {
    if (rest <= 0) break;
    const cells = textWidth(part.text);
    const text = cells <= rest ? part.text : clip(part.text, rest);
    fitted.push({ text, tone: part.tone });
    rest -= cells <= rest ? cells : textWidth(text);
    if (cells > rest + textWidth(text)) break;
  }
  if (rest > 0) fitted.push({ text: ' '.repeat(rest), tone: 'plain' });
  return fitted;
}

/** The row of the cursor. It also carries a mark in its first cell: colour alone says nothing to some. */
export function highlight(row: Row): Row {
  return [{ text: rowText(row), tone: 'selected' }];
}

/** A cell of a table: a text in a column of a width, one space after it. */
export interface Cell {
  readonly text: string;
  readonly width: number;
  readonly align?: 'left' | 'right';
  readonly tone?: Tone;
}

/** Cells side by side. Columns without width are left out. */
export function cells(columns: readonly Cell[]): Row {
  return columns
    .filter((cell) => cell.width > 0)
    .map((cell) => {
      const text = cell.align === 'right' ? fitRight(cell.text, cell.width) : fit(cell.text, cell.width);
      return { text: `${text} `, tone: cell.tone ?? 'plain' };
    });
}

/** Left and right part of one row of a width; the right one gives way first. */
export function spread(left: Row, right: Row, width: number): Row {
  const gap = width - rowWidth(left) - rowWidth(right);
  return fitRow(gap >= 1 ? [...left, run(' '.repeat(gap)), ...right] : left, width);
}

/** The same, where the right part is what must not be lost: the left one is cut, with a mark. */
export function spreadKeeping(left: Row, right: Row, width: number): Row {
  const room = width - rowWidth(right) - 1;
  if (room <= 0 || rowWidth(left) <= room) return spread(left, right, width);
  return fitRow([...fitRow(left, room - 1), run('… '), ...right], width);
}
