/**
 * Things measured in turns, so that whatever else the machine does meets all of them, and compared round by round: figures
 * move by a factor from machine to machine and from minute to minute, ratios of one round hardly.
 */

/** CPU time in ms: on a shared machine the clock on the wall measures the neighbours. */
export function cpuMs(run) {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** By name, the ns of each round for each of the answers that a case gives in it: `{ count, run }`. */
export function measureInTurns(cases, { rounds, warmUp = 3, clock = cpuMs }) {
  const measured = Object.fromEntries(Object.keys(cases).map((name) => [name, []]));
  for (let round = -warmUp; round < rounds; round += 1) {
    for (const [name, { count, run }] of Object.entries(cases)) {
      const ns = (clock(run) * 1e6) / count;
      if (round >= 0) measured[name].push(ns);
    }
  }
  return measured;
}

export function spreadOf(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const at = (part) => sorted[Math.min(Math.floor(sorted.length * part), sorted.length - 1)];
  return { low: at(0.1), median: at(0.5), high: at(0.9) };
}

/** How many times as long the one takes as the other, round by round. */
export function ratioOf(one, other) {
  return spreadOf(one.map((ns, round) => ns / other[round]));
}

export function showSpread({ low, median, high }, digits = 1) {
  return `${median.toFixed(digits).padStart(8)} (${low.toFixed(digits)} to ${high.toFixed(digits)})`;
}

/** Says of each claim, `{ what, ratio, atMost }` or `{ what, ratio, atLeast }`, whether it is kept; ends with 1 where one is not. */
export function holdTo(claims) {
  console.log('');
  for (const { what, ratio, atMost, atLeast } of claims) {
    const isKept = atMost === undefined ? ratio >= atLeast : ratio <= atMost;
    const bound = atMost === undefined ? `at least ${atLeast}` : `at most ${atMost}`;
    const digits = Math.abs(ratio) >= 100 ? 0 : 2;
    console.log(`${isKept ? 'kept    ' : 'NOT KEPT'}  ${what}: ${ratio.toFixed(digits)}, ${bound}`);
    if (!isKept) process.exitCode = 1;
  }
}
