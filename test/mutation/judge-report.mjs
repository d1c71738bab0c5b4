/** The share of changes that has to be noticed. */
export const LEAST = 0.9;

/**
 * What a report of the mutation tool comes to. `accepted` are changes that no test can or need notice, each with its file,
 * the line of the source as it stands there, the kind of change, what stands there instead (any, where that is left out),
 * and the reason.
 */
export function judgeReport(report, accepted) {
  const used = new Set();
  const unexplained = [];
  const perFile = Object.entries(report.files)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, { source, mutants }]) => {
      const lines = source.split('\n');
      const tried = mutants.filter(({ status }) => status !== 'Ignored' && !status.endsWith('Error'));
      const left = tried.filter(({ status }) => status === 'Survived' || status === 'NoCoverage');
      const without = left.filter((mutant) => {
        const reason = accepted.find((each) => isOf(each, name, lines, mutant));
        used.add(reason);
        return reason === undefined;
      });
      unexplained.push(...without.map((mutant) => shown(name, lines, mutant)));
      return {
        name,
        total: tried.length,
        noticed: tried.length - left.length,
        explained: left.length - without.length,
        unexplained: without.length,
      };
    })
    .filter(({ total }) => total > 0);
  const sum = (of) => perFile.reduce((all, file) => all + file[of], 0);
  const reported = new Set(perFile.map(({ name }) => name));
  const outdated = accepted.filter((each) => reported.has(each.file) && !used.has(each));
  return { perFile, noticed: sum('noticed'), total: sum('total'), unexplained, outdated };
}

function isOf({ file, line, mutator, replacement }, name, lines, mutant) {
  return (
    file === name &&
    lines[mutant.location.start.line - 1].trim() === line &&
    mutator === mutant.mutatorName &&
    (replacement === undefined || replacement === mutant.replacement)
  );
}

function shown(name, lines, { mutatorName, replacement, location: { start, end } }) {
  const was = lines[start.line - 1];
  const rest = start.line === end.line ? was.slice(end.column - 1) : '';
  return {
    place: `${name}:${start.line}:${start.column}`,
    mutator: mutatorName,
    was: was.trim(),
    is: `${was.slice(0, start.column - 1)}${(replacement ?? '').replaceAll(/\s+/g, ' ')}${rest}`.trim(),
  };
}
