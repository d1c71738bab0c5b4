import type { Collector } from '../diagnostics/collector.ts';
import type { FileNode } from '../syntax/tree.ts';
import type { SourceFile } from '../text/source.ts';

/** How files are read and taken apart: afresh, or by what is remembered of them. */
export interface Reading {
  /** @throws {Unreadable} */
  readonly read: (path: string) => Promise<SourceFile>;
  /** Reads a file of data, which may be empty. @throws {Unreadable} */
  readonly readData: (path: string) => Promise<SourceFile>;
  readonly parse: (source: SourceFile, collector: Collector) => FileNode;
}
