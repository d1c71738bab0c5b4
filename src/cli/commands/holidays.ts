import { join } from 'node:path';
import { listHolidays } from '../../workspace/holiday-data.ts';
import { renderHolidayFile } from '../../workspace/holiday-file.ts';
import { writeAtomically } from '../../workspace/write-atomically.ts';
import { EXIT } from '../exit-code.ts';
import { parseYears, type Years } from '../parse-years.ts';
import { UsageError } from '../usage-error.ts';
import { examples, type Verb } from '../verb.ts';

interface HolidaysOptions {
  readonly years: Years;
  readonly state?: string;
  readonly region?: string;
  readonly language?: string;
  readonly out?: string;
}

export const holidays: Verb = (command, act) => {
  command
    .argument('<country>', 'ISO 3166-1 code, such as US')
    .requiredOption('--years <from..to>', 'years to list, both included', parseYears)
    .option('--state <code>', 'state or province, ISO 3166-2 without the country, such as NY')
    .option('--region <code>', 'region of the state, as date-holidays names it')
    .option('--language <code>', "language of the names, ISO 639-1; the country's own when left out")
    .option('--out <file>', 'where to write; holidays/<name>.plan when left out, - for standard output')
    .addHelpText(
      'after',
      examples([
        ['surety holidays US --years 2024..2032', 'write holidays/US.plan'],
        ['surety holidays DE --state BY --years 2026 --out -', 'print the set DE-BY'],
      ]),
    )
    .action(
      act(async ({ out, err }, country: string, options: HolidaysOptions) => {
        const answer = await listHolidays({
          country: country.toUpperCase(),
          state: options.state?.toUpperCase() ?? null,
          region: options.region?.toUpperCase() ?? null,
          fromYear: options.years.from,
          toYear: options.years.to,
          language: options.language ?? null,
        });
        switch (answer.kind) {
          case 'not installed':
            throw new UsageError(
              'this verb reads the package date-holidays, which is not installed',
              'npm install date-holidays, beside surety',
            );
          case 'unknown place':
            throw new UsageError(answer.message, answer.help);
          case 'listing': {
            const { listing } = answer;
            const text = renderHolidayFile(listing);
            if (options.out === '-') {
              out.write(text);
            } else {
              const path = options.out ?? join('holidays', `${listing.name}.plan`);
              await writeAtomically(path, text);
              err.write(`${path}: ${listing.days.length} days of ${listing.name}; review and commit it\n`);
            }
            return EXIT.fine;
          }
        }
      }),
    );
};
