import { format } from '../../src/format/format.ts';
import { type ClauseType, type Group, written } from './clause-type.ts';

const PREFACE = `# Ninety-three types of clauses, and how each is said

The clauses of some sixty published support policies are of these types. Each has the construct of the language that
carries it and a few lines that say it. This page is written from the tests (\`npx vitest run test/clause-types -u\`): they
compile every example, and compile it again without the construct to another plan. What of it a command does not apply to
a ticket or a run it says in its answer. Watching whether a service is up is out of scope; what follows from the outages
that somebody states is not.
`;

/** The types by group, as a document. */
export function renderClauseTypes(groups: readonly Group[]): string {
  return [PREFACE, ...groups.map(renderGroup)].join('\n');
}

function renderGroup({ title, types }: Group): string {
  return [`## ${title}\n`, ...types.map(renderType)].join('\n');
}

function renderType(type: ClauseType): string {
  const { code, title, construct } = type;
  return `### ${code} ${title}\n\nConstruct: ${construct}.\n\n\`\`\`plan\n${canonical(written(type))}\`\`\`\n`;
}

/** An example as `surety fmt` lays it out, with an empty line between a block and what follows. */
function canonical(example: string): string {
  const formatted = format(example.replace(/\n}\n(?=\S)/g, '\n}\n\n'));
  if (formatted.kind !== 'formatted') throw new Error(`not to be read: ${example}`);
  return formatted.text;
}
