import { missingHolidaySets } from '../check/holiday-names.ts';
import type { Collector } from '../diagnostics/collector.ts';
import { parseFile } from '../syntax/parse.ts';
import type { FileNode } from '../syntax/tree.ts';
import type { SourceFile } from '../text/source.ts';
import { findHolidayFile } from './find-holidays.ts';
import { readData, readSource } from './read-source.ts';
import type { Reading } from './reading.ts';
import { withImports } from './with-imports.ts';

/** Files as they lie on the disk, each read when it is asked for. */
export const AFRESH: Reading = {
  read: readSource,
  readData,
  parse: (source, collector) => parseFile(source, collector),
};

/** A contract with what it imports, and the holiday files that all of them use. */
export async function contractFiles(
  source: SourceFile,
  collector: Collector,
  reading: Reading = AFRESH,
): Promise<readonly FileNode[]> {
  const main = reading.parse(source, collector);
  const files = await withImports(main, collector, reading);
  return [...files, ...(await holidayFiles(source.name, files, collector, reading))];
}

/** The holiday files beside a file that its texts name and do not hold. */
export async function holidayFiles(
  path: string,
  files: readonly FileNode[],
  collector: Collector,
  { read, parse }: Reading = AFRESH,
): Promise<readonly FileNode[]> {
  const found: FileNode[] = [];
  for (const name of missingHolidaySets(files)) {
    const file = await findHolidayFile(path, name);
    if (file !== null) found.push(parse(await read(file), collector));
  }
  return found;
}
