import type { Collector } from '../diagnostics/collector.ts';
import type { FileNode, ImportNode } from '../syntax/tree.ts';
import { type CheckContext, report } from './context.ts';

/** What stands at the path of an import: a file of the language, or why there is none. */
export type ImportedFile =
  | { readonly kind: 'file'; readonly path: string; readonly file: FileNode }
  | { readonly kind: 'none'; readonly path: string; readonly reason: string };

/** The file that an import of another file names. */
export type FindImport = (from: FileNode, node: ImportNode) => ImportedFile;

export function importsOf(file: FileNode): readonly ImportNode[] {
  return file.declarations.filter((node) => node.kind === 'import');
}

/**
 * A file and all that it imports, each file once, the importing one first. Their declarations are one contract: names
 * are declared once among them, and no order decides who wins. What cannot be joined is reported where it is imported.
 */
export function joinImports(main: FileNode, find: FindImport, collector: Collector): readonly FileNode[] {
  const joined = new Map<string, FileNode>([[main.source.name, main]]);
  const follow = (file: FileNode, chain: readonly string[]): void => {
    const context: CheckContext = { source: file.source, path: [], collector };
    for (const node of importsOf(file)) {
      const found = find(file, node);
      if (chain.includes(found.path)) {
        const isSelf = found.path === file.source.name;
        report(context, 'import/in-a-circle', node.span, { path: node.path.text, isSelf });
        continue;
      }
      if (joined.has(found.path)) continue;
      if (found.kind === 'none') {
        report(context, 'import/no-file', node.span, { path: node.path.text, reason: found.reason });
        // What it would have declared is not missing by a second mistake.
        joined.set(file.source.name, { ...file, broken: true });
        continue;
      }
      joined.set(found.path, withoutContract(context, node, found.file));
      follow(found.file, [...chain, found.path]);
    }
  };
  follow(main, [main.source.name]);
  return [...joined.values()];
}

/** A file of one contract cannot be part of another; the rest of it is read, so that no name of it goes missing. */
function withoutContract(context: CheckContext, node: ImportNode, file: FileNode): FileNode {
  const header = file.declarations.find(({ kind }) => kind === 'contract' || kind === 'simulation');
  if (header === undefined) return file;
  const place = { source: file.source, span: header.span };
  report(context, 'import/of-a-contract', node.span, { path: node.path.text }, [
    { message: 'declared here', place },
  ]);
  return {
    ...file,
    declarations: file.declarations.filter(({ kind }) => kind !== 'contract' && kind !== 'simulation'),
  };
}
