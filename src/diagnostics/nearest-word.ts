/**
 * The candidate that a misspelt word was most likely meant to be; null when none is near.
 * Near is at most a third of the letters changed, added, dropped or swapped with a neighbour; case is free.
 * Of candidates that are equally near none was likelier meant than the others, unless letters that look like digits
 * were taken for them.
 */
export function nearestWord(word: string, candidates: Iterable<string>): string | null {
  const written = word.toLowerCase();
  const seen = asSeen(word);
  let nearest: string | null = null;
  let isAlone = true;
  let least = Math.max(1, Math.floor(written.length / 3));
  for (const candidate of candidates) {
    if (candidate.length === word.length && asSeen(candidate) === seen) return candidate;
    if (Math.abs(candidate.length - word.length) > least) continue;
    const distance = editDistance(written, candidate.toLowerCase(), least + 1);
    if (distance > least) continue;
    isAlone = nearest === null || distance < least || nearest === candidate;
    least = distance;
    nearest = candidate;
  }
  return isAlone ? nearest : null;
}

/** Letters and digits that are mistaken for each other, as one. */
function asSeen(word: string): string {
  return word.toLowerCase().replace(/[il]/g, '1').replace(/o/g, '0');
}

/**
 * Optimal string alignment: edits and swaps of neighbours that turn one word into the other; `enough` or more where
 * there are that many, which is found without comparing the words to their ends.
 */
function editDistance(a: string, b: string, enough: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, at(beforeLast, j - 2) + 1);
      }
      row.push(cost);
      least = Math.min(least, cost);
    }
    // A swap reaches back two rows, and costs one more than what it reaches.
    if (least >= enough && Math.min(...last) + 1 >= enough) return enough;
    beforeLast = last;
    last = row;
  }
  return at(last, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
