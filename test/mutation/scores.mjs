/** The table of what the last runs came to, a row a file: what a run has found anew replaces its row, the others stay. */
export function withScores(table, found, { commit, date }) {
  const rows = new Map(rowsOf(table));
  for (const { name, total, noticed, explained } of found)
    rows.set(name, [name, total, shareOf(noticed, total), explained, commit, date].map(String));
  const sorted = [...rows.values()].sort(([a], [b]) => (a < b ? -1 : 1));
  return [INTRODUCTION, HEAD, RULE, ...sorted.map(line)].join('\n') + '\n';
}

const INTRODUCTION = `# What the tests notice

Of the small changes to a source that \`npm run mutation\` tries, the share that its tests notice, and how many of the others
are listed with a reason in \`accepted.json\`; with the date at which the file was tried, and the commit that was the last one then.
\`npm run mutation -- --record\` writes it.
`;
const HEAD = line(['File', 'Changes', 'Noticed', 'With a reason', 'Commit', 'Date']);
const RULE = line(['---', '--:', '--:', '--:', '---', '---']);

function line(cells) {
  return `| ${cells.join(' | ')} |`;
}

function rowsOf(table) {
  return table
    .split('\n')
    .filter((text) => text.startsWith('| src/'))
    .map((text) =>
      text
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
    .map((cells) => [cells[0], cells]);
}

export function shareOf(noticed, total) {
  return `${((100 * noticed) / total).toFixed(1)} %`;
}
