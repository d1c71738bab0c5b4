import { Collector } from '../../src/diagnostics/collector.ts';
import { checkContract } from '../../src/check/check-contract.ts';
import { missingHolidaySets } from '../../src/check/holiday-names.ts';
import { lower } from '../../src/plan/lower.ts';
import { parseFile } from '../../src/syntax/parse.ts';
import { createSourceFile } from '../../src/text/source.ts';
import { findHolidayFile } from '../../src/workspace/find-holidays.ts';
import { readSource } from '../../src/workspace/read-source.ts';

/** The compiled plan of a contract as text, without the places of its clauses; the codes of its errors where it has any. */
export async function compiled(path: string, text: string): Promise<string> {
  const collector = new Collector();
  const main = parseFile(createSourceFile(path, text), collector);
  const holidays = [];
  for (const name of missingHolidaySets([main])) {
    const file = await findHolidayFile(path, name);
    if (file !== null) holidays.push(parseFile(await readSource(file), collector));
  }
  const { contract } = checkContract([main, ...holidays], collector);
  if (collector.hasErrors) {
    const errors = collector.diagnostics.filter(({ level }) => level === 'error');
    return `errors: ${errors.map(({ code }) => code).join(', ')}`;
  }
  return JSON.stringify(lower(contract), (key, value: unknown) => (/origin$/i.test(key) ? undefined : value));
}
