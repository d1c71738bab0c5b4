import { dirname, isAbsolute, join } from 'node:path';
import { type ImportedFile, importsOf, joinImports } from '../check/check-imports.ts';
import type { Collector } from '../diagnostics/collector.ts';
import type { FileNode, ImportNode } from '../syntax/tree.ts';
import type { Reading } from './reading.ts';
import { Unreadable } from './unreadable.ts';

/** A file and all that it imports, each read once; a file that cannot be read is a finding where it is imported. */
export async function withImports(
  main: FileNode,
  collector: Collector,
  reading: Reading,
): Promise<readonly FileNode[]> {
  const found = new Map<string, ImportedFile>();
  const waiting = [main];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    for (const node of importsOf(file)) {
      const path = pathOf(file, node);
      if (path === main.source.name || found.has(path)) continue;
      const imported = await readImport(path, node, collector, reading);
      found.set(path, imported);
      if (imported.kind === 'file') waiting.push(imported.file);
    }
  }
  const find = (from: FileNode, node: ImportNode): ImportedFile => {
    const path = pathOf(from, node);
    return found.get(path) ?? { kind: 'file', path, file: main };
  };
  return joinImports(main, find, collector);
}

/** In the manner of the importing file's own path: relative when that is. */
function pathOf(from: FileNode, node: ImportNode): string {
  return join(dirname(from.source.name), node.path.text);
}

async function readImport(
  path: string,
  node: ImportNode,
  collector: Collector,
  { read, parse }: Reading,
): Promise<ImportedFile> {
  const written = node.path.text;
  if (isAbsolute(written))
    return { kind: 'none', path, reason: 'the path begins at the root of one machine' };
  if (!written.endsWith('.plan')) return { kind: 'none', path, reason: 'its name does not end in `.plan`' };
  try {
    return { kind: 'file', path, file: parse(await read(path), collector) };
  } catch (error) {
    if (error instanceof Unreadable)
      return { kind: 'none', path, reason: error.message.slice(`${error.path}: `.length) };
    throw error;
  }
}
