import type { Trap } from './trap.ts';

/** The page of all traps: the question, how it is asked, how it is answered. */
export function trapTable(traps: readonly Trap[]): string {
  const head = `# Thirty-two questions that support contracts leave open

Each is a question on which systems differ and a deadline or an invoice hangs. \`surety check\` asks it of a contract that
leaves it open; \`surety explain CODE\` shows the page of a code. The answers are the forms in which a contract states it.
This page is written from the tests (\`npx vitest run test/traps -u\`), which hold every line of it.
`;
  return [head, ...traps.map(section)].join('\n');
}

function section({ number, title, question, open, settled, forms, rejected }: Trap): string {
  const codes = [...new Set(open.flatMap(({ asks }) => asks.map((ask) => ask.split(' ')[0] ?? '')))];
  return [
    `## ${number}. ${title}`,
    '',
    question,
    '',
    ...(settled === null ? [] : [`- Settled: ${settled}`]),
    ...(codes.length === 0 ? [] : [`- Asked by: ${codes.map((code) => `\`${code}\``).join(', ')}`]),
    ...(forms.length === 0
      ? []
      : [
          '- Answered by:',
          ...forms.flatMap(({ says, dates, counts, histories }) => [
            `  - \`${says}\``,
            ...dates.map(({ opened, by }) => `    - from ${opened}, due ${by}`),
            ...counts.map(({ story, comes }) => `    - ${story}: ${comes}`),
            ...histories.map(({ rows, until, becomes }) => {
              const told = rows.map(
                ([at, event, is]) => `${event} ${at}${is === undefined ? '' : inWords(is)}`,
              );
              const end = until === null ? '' : `, up to ${until}`;
              return `    - ${told.join(', ')}${end}: ${becomes.join('; ')}`;
            }),
          ]),
        ]),
    ...rejected.map(({ reading }) => `- No contract can say: ${reading}.`),
    '',
  ].join('\n');
}

function inWords(says: Readonly<Record<string, unknown>>): string {
  return ` (${Object.values(says).map(String).join(', ')})`;
}
