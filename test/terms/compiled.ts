import { checkContract } from '../../src/check/check-contract.ts';
import { missingHolidaySets } from '../../src/check/holiday-names.ts';
import type { CheckedContract } from '../../src/check/model.ts';
import { Collector } from '../../src/diagnostics/collector.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { lint } from '../../src/lint/lint.ts';
import { lower } from '../../src/plan/lower.ts';
import { parseFile } from '../../src/syntax/parse.ts';
import { createSourceFile } from '../../src/text/source.ts';
import { findHolidayFile } from '../../src/workspace/find-holidays.ts';
import { readSource } from '../../src/workspace/read-source.ts';

/** What is announced in every file of closures. */
const CLOSURES = '{"announced": "2026-05-18", "date": "2026-06-05", "reason": "stocktaking"}\n';

/** A contract checked as a text that may differ from the file at its path; holidays are found from there. */
export async function checked(
  path: string,
  text: string,
): Promise<{ readonly contract: CheckedContract; readonly diagnostics: readonly Diagnostic[] }> {
  const collector = new Collector();
  const files = [parseFile(createSourceFile(path, text), collector)];
  for (const name of missingHolidaySets(files)) {
    const file = await findHolidayFile(path, name);
    if (file !== null) files.push(parseFile(await readSource(file), collector));
  }
  const { contract } = checkContract(files, collector, (_, name) => ({
    kind: 'file',
    source: createSourceFile(name, CLOSURES),
  }));
  lint(contract, files, collector);
  return { contract, diagnostics: collector.diagnostics };
}

/** Where a clause stands and how it reads, and remarks on what others say: no clause is carried by these. */
const BESIDE = /^(origin|clause|weekOrigin|assumptions|notApplied)$/;

/** The compiled plan as text, with what it promises alone; the codes of the errors where there are any. */
export async function compiled(path: string, text: string): Promise<string> {
  const { contract, diagnostics } = await checked(path, text);
  const errors = diagnostics.filter(({ level }) => level === 'error');
  if (errors.length > 0) return `errors: ${errors.map(({ code }) => code).join(', ')}`;
  return JSON.stringify(lower(contract), (key, value: unknown) => (BESIDE.test(key) ? undefined : value));
}
