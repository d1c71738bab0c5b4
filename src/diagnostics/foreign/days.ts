import { anyCase, DASH, type ForeignForm } from './form.ts';

/** A weekday as people write and shorten it. */
export const DAY =
  '(?:mon(?:days?)?|tue(?:s(?:days?)?)?|wed(?:s|nesdays?)?|thu(?:r(?:s(?:days?)?)?)?|fri(?:days?)?|sat(?:urdays?)?|sun(?:days?)?)';
/** By two letters, in English and in German. */
const DAY_OR_SHORT = `(?:${DAY}|mo|tu|we|th|fr|sa|su|di|mi|do|so)\\.?`;
const TO = `(?:${DASH}|\\.\\.|\\bto\\b|\\bthrough\\b|\\bthru\\b|\\buntil\\b|\\btill\\b|\\bbis\\b)`;
const AND = '(?:,|\\/|&|\\+|\\band\\b|\\bund\\b|,\\s*and\\b)';

/** Clauses that begin with days. */
const HOURS = /^(?:open|limited|closed|team|shift)$/;

const SHORT: Readonly<Record<string, string>> = {
  mo: 'Mon',
  tu: 'Tue',
  di: 'Tue',
  we: 'Wed',
  mi: 'Wed',
  th: 'Thu',
  do: 'Thu',
  fr: 'Fri',
  sa: 'Sat',
  su: 'Sun',
  so: 'Sun',
};

function dayOf(text = ''): string {
  return SHORT[text.trim().slice(0, 2).toLowerCase()] ?? text;
}

/** Without the second, which may also mean every other one. */
const NTH: Readonly<Record<string, string>> = { '1st': 'first', '3rd': 'third', '4th': 'fourth' };

/** Days of the week, and ranges and lists of them. */
export const DAYS: readonly ForeignForm[] = [
  {
    form: anyCase`\b${DAY}\b(?:\s*(?:${TO}|${AND})\s*${DAY}\b)*`,
    within: /^closed$/,
    problem: 'is closed already where no `open` line names it',
    help: () => 'take the line out; a `closed` line names dates: `closed 2026-12-31`',
  },
  {
    form: /^(?<margin>\s*)(?:no|without)\s+(?:(?:public|bank)\s+)?holidays?\b/iu,
    write: ({ margin = '' }) => `${margin}holidays none`,
    applicability: 'safe',
  },
  {
    form: anyCase`\b(?<from>${DAY_OR_SHORT})\s*${TO}\s*(?<to>${DAY_OR_SHORT})(?![\p{L}\p{N}])(?:\s*,(?=\s*\d))?`,
    within: HOURS,
    write: ({ from, to }) => `${dayOf(from)}..${dayOf(to)}`,
    applicability: 'safe',
  },
  {
    form: anyCase`\b(?<from>${DAY})\s*${TO}\s*(?<to>${DAY})\b`,
    write: ({ from, to }) => `${dayOf(from)}..${dayOf(to)}`,
    applicability: 'safe',
  },
  {
    form: anyCase`\b(?<list>${DAY}(?:\s*${AND}\s*${DAY})+)\b`,
    write: ({ list = '' }) => list.match(anyCaseDays)?.map(dayOf).join(', ') ?? null,
    applicability: 'safe',
  },
  {
    form: anyCase`(?<=\bevery\s+)(?<nth>1st|3rd|4th)\b`,
    write: ({ nth = '' }) => NTH[nth.toLowerCase()] ?? null,
    applicability: 'safe',
  },
  { form: anyCase`\bM\s*${DASH}\s*F\b`, within: HOURS, write: () => 'Mon..Fri', applicability: 'safe' },
  {
    form: /(?:\bevery\s*day\b|\beach\s+day\b|\bdaily\b|\ball\s+days\b|\b(?:7|seven)\s+days\s+(?:a|per)\s+week\b)/iu,
    within: HOURS,
    write: () => 'Mon..Sun',
    applicability: 'safe',
  },
  // Sunday is one in some countries, and Friday is none.
  {
    form: /\b(?:(?:on\s+)?(?:week|business|working|work)\s*days?|werktags)\b/iu,
    within: HOURS,
    write: () => ['Mon..Fri', 'Sun..Thu'],
    applicability: 'suggested',
  },
  { form: /\bweek-?ends?\b/iu, within: HOURS, write: () => 'Sat, Sun', applicability: 'suggested' },
  {
    form: anyCase`(?<day>\b${DAY}),(?=\s*\d)`,
    within: HOURS,
    write: ({ day }) => dayOf(day),
    applicability: 'safe',
  },
  { form: anyCase`\b(?<day>${DAY})\b\.?`, write: ({ day }) => dayOf(day), applicability: 'safe' },
];

const anyCaseDays = new RegExp(DAY, 'giu');
