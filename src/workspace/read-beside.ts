import { isAbsolute } from 'node:path';
import { type FileBeside, filesNamedBy, type FindBeside } from '../check/files-beside.ts';
import type { FileNode } from '../syntax/tree.ts';
import type { SourceFile } from '../text/source.ts';
import { findAbove } from './find-above.ts';
import type { Reading } from './reading.ts';
import { Unreadable } from './unreadable.ts';

/** The files of data that others name, read. */
export interface FilesBeside {
  readonly find: FindBeside;
  /** Each once, though several files name it. */
  readonly sources: readonly SourceFile[];
}

/** Looked for beside the file that names them, else in the folders above it; one that cannot be read is no error here. */
export async function readBeside(
  files: readonly FileNode[],
  { readData }: Pick<Reading, 'readData'>,
): Promise<FilesBeside> {
  const found = new Map<string, FileBeside>();
  const sources = new Map<string, SourceFile>();
  for (const { from, path } of filesNamedBy(files)) {
    const file = await read(from, path, sources, readData);
    if (file.kind === 'file') sources.set(file.source.name, file.source);
    found.set(keyOf(from, path), file);
  }
  return {
    find: (from, path) => found.get(keyOf(from, path)) ?? { kind: 'none', reason: 'no such file' },
    sources: [...sources.values()],
  };
}

async function read(
  from: SourceFile,
  path: string,
  known: ReadonlyMap<string, SourceFile>,
  readData: Reading['readData'],
): Promise<FileBeside> {
  if (isAbsolute(path)) return { kind: 'none', reason: 'the path begins at the root of one machine' };
  const place = await findAbove(from.name, path);
  if (place === null) return { kind: 'none', reason: 'no such file' };
  try {
    return { kind: 'file', source: known.get(place) ?? (await readData(place)) };
  } catch (error) {
    if (error instanceof Unreadable)
      return { kind: 'none', reason: error.message.slice(`${error.path}: `.length) };
    throw error;
  }
}

function keyOf(from: SourceFile, path: string): string {
  return JSON.stringify([from.name, path]);
}
