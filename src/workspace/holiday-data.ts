import { createRequire } from 'node:module';
import { nearestWord } from '../diagnostics/nearest-word.ts';
import type { HolidayListing, ListedHoliday } from './holiday-file.ts';

/** Which holidays are asked for; years include both ends. */
export interface HolidayRequest {
  /** ISO 3166-1, such as `US`. */
  readonly country: string;
  /** ISO 3166-2 without the country, such as `NY`; null for the whole country. */
  readonly state: string | null;
  readonly region: string | null;
  readonly fromYear: number;
  readonly toYear: number;
  /** ISO 639-1 language of the names; null for the country's own. */
  readonly language: string | null;
}

export type HolidayAnswer =
  | { readonly kind: 'listing'; readonly listing: HolidayListing }
  | { readonly kind: 'not installed' }
  | { readonly kind: 'unknown place'; readonly message: string; readonly help: string };

const HOUR_MS = 3_600_000;

/**
 * Public holidays from the `date-holidays` package, substitutes included. The package is large and only the one
 * verb needs it, so it is loaded here and nowhere else, and may be absent.
 */
export async function listHolidays(request: HolidayRequest): Promise<HolidayAnswer> {
  const loaded = await loadPackage();
  if (loaded === null) return { kind: 'not installed' };
  const { Holidays, version } = loaded;

  const { country, state, region, fromYear, toYear } = request;
  const places: readonly [string, string | null, Readonly<Record<string, string>> | undefined][] = [
    ['country', country, new Holidays().getCountries()],
    [`state of ${country}`, state, state === null ? {} : new Holidays().getStates(country)],
    [
      `region of ${country}-${state ?? ''}`,
      region,
      region === null || state === null ? {} : new Holidays().getRegions(country, state),
    ],
  ];
  for (const [what, code, known] of places) {
    if (code !== null && known?.[code] === undefined) return unknownPlace(what, code, known ?? {});
  }

  const calendar = new Holidays(
    { country, ...(state === null ? {} : { state }), ...(region === null ? {} : { region }) },
    { types: ['public'], ...(request.language === null ? {} : { languages: request.language }) },
  );
  const days: ListedHoliday[] = [];
  const remarks = new Set<string>();
  // The year before, since a holiday of several days may run over the end of it.
  for (let year = fromYear - 1; year <= toYear; year++) {
    for (const holiday of calendar.getHolidays(year)) {
      if (holiday.type !== 'public') continue;
      if (holiday.date.length > 'YYYY-MM-DD hh:mm:ss'.length) {
        remarks.add('Days that begin at sunset are listed by their date alone, without the evening before.');
      }
      days.push(
        ...daysOf(holiday).filter(
          ({ date }) => fromYear <= Number(date.slice(0, 4)) && Number(date.slice(0, 4)) <= toYear,
        ),
      );
    }
  }
  const name = [country, state, region].filter((part) => part !== null).join('-');
  return {
    kind: 'listing',
    listing: {
      name,
      source: `date-holidays ${version}: ${name}, public, with substitutes`,
      fromYear,
      toYear,
      days,
      remarks: [
        'Holiday data: https://github.com/commenthol/date-holidays, licensed ISC and CC-BY-3.0.',
        ...remarks,
      ],
    },
  };
}

interface GivenHoliday {
  /** `YYYY-MM-DD hh:mm:ss`, and an offset such as ` -0600` where the day begins at the sunset before. */
  readonly date: string;
  readonly start: Date;
  readonly end: Date;
  readonly name: string;
}

/** The dates that a holiday takes: the rest of one date from its hour on, or so many whole dates. */
function daysOf({ date, start, end, name }: GivenHoliday): readonly ListedHoliday[] {
  const first = date.slice(0, 10);
  const time = date.slice(11, 16);
  if (time !== '00:00') return [{ date: first, name, from: time }];
  // An hour is added before dividing: a date on which clocks go forward has 23 hours.
  const hours = (end.getTime() - start.getTime()) / HOUR_MS;
  const count = Math.max(1, Math.floor((hours + 1) / 24));
  return Array.from({ length: count }, (_, index) => ({ date: dateAfter(first, index), name, from: null }));
}

function dateAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 24 * HOUR_MS).toISOString().slice(0, 10);
}

function unknownPlace(what: string, code: string, known: Readonly<Record<string, string>>): HolidayAnswer {
  const codes = Object.keys(known).sort();
  const near = nearestWord(code, codes);
  const list = codes.length === 0 ? 'it knows none there; leave it out' : `it knows ${codes.join(', ')}`;
  return {
    kind: 'unknown place',
    message: `date-holidays knows no ${what} \`${code}\``,
    help: near === null ? list : `did you mean ${near} (${known[near] ?? ''})?`,
  };
}

async function loadPackage() {
  try {
    const { default: Holidays } = await import('date-holidays');
    const manifest: unknown = createRequire(import.meta.url)('date-holidays/package.json');
    return { Holidays, version: versionOf(manifest) };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND') return null;
    throw error;
  }
}

function versionOf(manifest: unknown): string {
  const named = typeof manifest === 'object' && manifest !== null && 'version' in manifest;
  return named && typeof manifest.version === 'string' ? manifest.version : 'of unknown version';
}
