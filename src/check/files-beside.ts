import type { CalendarNode, FileNode, NameNode } from '../syntax/tree.ts';
import type { SourceFile } from '../text/source.ts';

/** A file of data that a clause names, or why there is none. */
export type FileBeside =
  { readonly kind: 'file'; readonly source: SourceFile } | { readonly kind: 'none'; readonly reason: string };

/** The file at a path, as it is written in another file. */
export type FindBeside = (from: SourceFile, path: string) => FileBeside;

export const NOTHING_BESIDE: FindBeside = () => ({ kind: 'none', reason: 'no such file' });

/** The files of data that the clauses of files name, each once for each file that names it. */
export function filesNamedBy(
  files: readonly FileNode[],
): readonly { readonly from: SourceFile; readonly path: string }[] {
  return files.flatMap(({ source, declarations }) => {
    const named = declarations.flatMap((node) => (node.kind === 'calendar' ? closureFilesOf(node) : []));
    return [...new Set(named.map(({ text }) => text))].map((path) => ({ from: source, path }));
  });
}

function closureFilesOf({ clauses }: CalendarNode): readonly NameNode[] {
  return clauses.flatMap((clause) => (clause.kind === 'closures' ? [clause.path] : []));
}
