/** So many times what was recorded is slower than it was; less may be another machine, or its other work. A lost index costs more. */
export const ALLOWED = 3;

/**
 * What takes more reads than it may, a line each; and what takes so few that the record holds it to nothing any
 * more. Both are what a measurement took in units of a read, by name.
 */
export function slowerThanItWas(measured, recorded) {
  const slower = [];
  const stale = [];
  for (const [name, reads] of Object.entries(measured)) {
    const was = recorded[name];
    if (was === undefined) {
      stale.push(`${name} is not recorded`);
      continue;
    }
    const times = reads / was;
    const figures = `${name} takes ${shown(reads)} reads, it took ${shown(was)}`;
    if (times > ALLOWED)
      slower.push(`slower than it was: ${figures}; ${times.toFixed(1)} times, allowed are ${ALLOWED}`);
    else if (times < 1 / ALLOWED) stale.push(`faster than it was: ${figures}`);
  }
  for (const name of Object.keys(recorded)) {
    if (!Object.hasOwn(measured, name)) slower.push(`${name} is recorded and not measured`);
  }
  return { slower, stale };
}

function shown(reads) {
  return reads.toLocaleString('en-US', { maximumSignificantDigits: 3 });
}
