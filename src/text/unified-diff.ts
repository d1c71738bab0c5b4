/** Unchanged lines around a change. */
const AROUND = 3;

/** One line of a diff: kept, taken out or put in. */
interface DiffLine {
  readonly sign: ' ' | '-' | '+';
  readonly text: string;
}

/**
 * How one text becomes another, as `patch` and `git apply` read it; empty when they are equal.
 * Source: https://www.gnu.org/software/diffutils/manual/html_node/Detailed-Unified.html
 */
export function unifiedDiff(name: string, before: string, after: string): string {
  if (before === after) return '';
  const lines = diffLines(linesOf(before), linesOf(after));
  const changed = lines.flatMap(({ sign }, i) => (sign === ' ' ? [] : [i]));
  const hunks: { from: number; to: number }[] = [];
  for (const index of changed) {
    const last = hunks.at(-1);
    if (last !== undefined && index - AROUND <= last.to) last.to = index + AROUND + 1;
    else hunks.push({ from: Math.max(0, index - AROUND), to: index + AROUND + 1 });
  }
  const path = name.replaceAll('\\', '/').replace(/^(\.?\/)+/, '');
  return `--- a/${path}\n+++ b/${path}\n${hunks.map((hunk) => hunkText(lines, hunk)).join('')}`;
}

function hunkText(lines: readonly DiffLine[], { from, to }: { from: number; to: number }): string {
  const count = (slice: readonly DiffLine[], without: string): number =>
    slice.filter(({ sign }) => sign !== without).length;
  const shown = lines.slice(from, to);
  const range = (without: '-' | '+'): string => {
    const length = count(shown, without);
    const start = count(lines.slice(0, from), without);
    return `${length === 0 ? start : start + 1},${length}`;
  };
  const body = shown.map(({ sign, text }) =>
    text.endsWith('\n') ? sign + text : `${sign}${text}\n\\ No newline at end of file\n`,
  );
  return `@@ -${range('+')} +${range('-')} @@\n${body.join('')}`;
}

/** Lines with their line breaks. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+/g) ?? [];
}

/** The fewest lines taken out and put in. What both ends share is set aside, so that the table stays small. */
function diffLines(before: readonly string[], after: readonly string[]): readonly DiffLine[] {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head++;
  let tail = 0;
  const most = Math.min(before.length, after.length) - head;
  while (tail < most && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  return [
    ...before.slice(0, head).map(kept),
    ...changedLines(before.slice(head, before.length - tail), after.slice(head, after.length - tail)),
    ...before.slice(before.length - tail).map(kept),
  ];
}

const kept = (text: string): DiffLine => ({ sign: ' ', text });

/** Longest common subsequence: `common[i][j]` is its length from line `i` of one and `j` of the other on. */
function changedLines(before: readonly string[], after: readonly string[]): readonly DiffLine[] {
  const common = Array.from({ length: before.length + 1 }, () => new Uint32Array(after.length + 1));
  const at = (i: number, j: number): number => common[i]?.[j] ?? 0;
  for (let i = before.length - 1; i >= 0; i--) {
    const row = common[i];
    for (let j = after.length - 1; j >= 0 && row !== undefined; j--) {
      row[j] = before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const lines: DiffLine[] = [];
  let i = 0;
  let j = 0;
  while (i < before.length || j < after.length) {
    const [old, next] = [before[i], after[j]];
    if (old !== undefined && old === next) {
      lines.push(kept(old));
      i++;
      j++;
    } else if (old !== undefined && (next === undefined || at(i + 1, j) >= at(i, j + 1))) {
      lines.push({ sign: '-', text: old });
      i++;
    } else if (next !== undefined) {
      lines.push({ sign: '+', text: next });
      j++;
    }
  }
  return lines;
}
