import type { FileNode, HolidaysClauseNode, NameNode } from '../syntax/tree.ts';

/** The holiday sets that files use and do not declare, each once, by first use. */
export function missingHolidaySets(files: readonly FileNode[]): readonly string[] {
  const declared = new Set<string>();
  const used: NameNode[] = [];
  for (const declaration of files.flatMap((file) => file.declarations)) {
    if (declaration.kind === 'holidays') declared.add(declaration.name.text);
    if (declaration.kind === 'regions') used.push(...declaration.rows.flatMap((row) => row.holidays));
    if (declaration.kind === 'calendar') {
      used.push(
        ...declaration.clauses.flatMap((clause) => {
          if (clause.kind === 'season') return clause.holidays.flatMap(setsNamed);
          return clause.kind === 'holidays' ? setsNamed(clause) : [];
        }),
      );
    }
    if (declaration.kind === 'simulation') {
      const streams = declaration.clauses.filter((clause) => clause.kind === 'arrivals');
      used.push(...streams.flatMap((stream) => stream.quiet.flatMap(({ sets }) => sets)));
    }
    if (declaration.kind === 'scenario') {
      used.push(...declaration.clauses.flatMap((clause) => (clause.kind === 'holidays' ? clause.sets : [])));
    }
  }
  return [...new Set(used.map((name) => name.text))].filter((name) => name !== 'none' && !declared.has(name));
}

function setsNamed(clause: HolidaysClauseNode): readonly NameNode[] {
  return clause.terms.flatMap(({ of }) => (of.kind === 'owner' ? [] : of.sets));
}
