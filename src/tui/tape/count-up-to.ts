/** How many of rising values are at or below a limit, by halving. */
export function countUpTo(rising: Float64Array, limit: number): number {
  let low = 0;
  let high = rising.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rising[middle] ?? Infinity) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many of the values fall into each of `parts` equal parts of the time from `from` to `to`. */
export function countPerPart(
  rising: Float64Array,
  from: number,
  to: number,
  parts: number,
): readonly number[] {
  const counts: number[] = [];
  let before = countUpTo(rising, from) - equalTo(rising, from);
  for (let part = 1; part <= parts; part++) {
    const upTo = countUpTo(rising, part === parts ? to : from + ((to - from) * part) / parts);
    counts.push(upTo - before);
    before = upTo;
  }
  return counts;
}

function equalTo(rising: Float64Array, value: number): number {
  let count = 0;
  for (let place = countUpTo(rising, value) - 1; place >= 0 && rising[place] === value; place--) count++;
  return count;
}
