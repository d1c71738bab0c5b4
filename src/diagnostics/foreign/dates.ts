import { anyCase, DASH, type ForeignForm } from './form.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;
const MONTH =
  '(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const DAY_OF_MONTH = '(?<day>\\d{1,2})(?:st|nd|rd|th|\\.)?';
const ISO = '\\d{4}-\\d\\d-\\d\\d';
const TO = `(?:${DASH}|\\bto\\b|\\bthrough\\b|\\bthru\\b|\\buntil\\b|\\btill\\b)`;

/** Where dates of every year may stand. */
const DATED = /^(?:closed|open|limited|season|holidayRow|holidays)$/;

/** Dates in words and figures, and ranges of them. */
export const DATES: readonly ForeignForm[] = [
  {
    form: anyCase`(?<from>${ISO})\s*(?:to|${DASH}|through|till)\s*(?<until>${ISO})`,
    within: /^effective$/,
    write: ({ from, until }) => `${from} until ${until}`,
    applicability: 'safe',
  },
  {
    form: anyCase`\b(?:date|from|as\s+of|as\s+from|on|since|starting)\s+(?<date>${ISO})`,
    within: /^effective$/,
    write: ({ date }) => date ?? null,
    applicability: 'safe',
  },
  {
    form: anyCase`(?<date>${ISO})\s*[,(]\s*(?<zone>[A-Za-z_]+/[A-Za-z_/]+)\)?`,
    write: ({ date, zone }) => `${date} in ${zone}`,
    applicability: 'safe',
  },
  {
    form: anyCase`(?<from>${ISO})\s*${TO}\s*(?<to>${ISO})`,
    within: /^(?!effective$)/,
    write: ({ from, to }) => `${from} .. ${to}`,
    applicability: 'safe',
  },
  {
    form: anyCase`(?<date>${ISO})T(?<time>\d\d:\d\d)(?::00)?(?!\d|:|Z|[+-]\d)`,
    write: ({ date, time }) => `${date} ${time}`,
    applicability: 'safe',
  },
  {
    form: anyCase`\bat\s+(?<when>(?:(?:mon|tue|wed|thu|fri|sat|sun)\w*\s+)?${ISO})`,
    within: /^opened$/,
    write: ({ when }) => when ?? null,
    applicability: 'safe',
  },
  {
    form: anyCase`\b${DAY_OF_MONTH}\s*(?:of\s+)?[- ]?${MONTH},?[- ]\s*(?<year>\d{4})\b`,
    write: ({ year, month, day }) => dateOf(year, month, day),
    applicability: 'safe',
  },
  {
    form: anyCase`\b${MONTH}\s+${DAY_OF_MONTH},?\s+(?<year>\d{4})\b`,
    write: ({ year, month, day }) => dateOf(year, month, day),
    applicability: 'safe',
  },
  {
    form: anyCase`(?<every>\bevery\s+)?\b(?:${DAY_OF_MONTH}\s*(?:of\s+)?${MONTH})\b`,
    within: DATED,
    write: ({ month, day }) => everyYear(month, day),
    applicability: 'suggested',
  },
  {
    form: anyCase`(?<every>\bevery\s+)?\b${MONTH}\s+${DAY_OF_MONTH}\b`,
    within: DATED,
    write: ({ month, day }) => everyYear(month, day),
    applicability: 'suggested',
  },
  {
    form: anyCase`(?<year>\d{4})(?<sign>[-/.])(?<month>\d{1,2})\k<sign>(?<day>\d{1,2})(?![\d-])`,
    write: ({ year, month = '', day = '' }) => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
    applicability: 'safe',
  },
  {
    // Which is the day and which the month depends on the country; above twelve it is the day.
    form: /(?<![\d-])(?<first>\d{1,2})(?<sign>[./-])(?<second>\d{1,2})\k<sign>(?<year>\d{4})(?![\d-])/u,
    write: ({ first = '', second = '', year }) => {
      const [one, two] = [first, second].map((part) => part.padStart(2, '0'));
      return [
        ...(Number(two) > 12 ? [] : [`${year}-${two}-${one}`]),
        ...(Number(one) > 12 || one === two ? [] : [`${year}-${one}-${two}`]),
      ];
    },
    applicability: 'suggested',
  },
  {
    form: anyCase`(?<!every\s*|[\d-])(?<days>\d\d-\d\d(?:\s*\.\.\s*\d\d-\d\d)?)(?![\d-])`,
    within: /^(?:closed|limited|season|holidayRow)$/,
    write: ({ days }) => `every ${days}`,
    applicability: 'suggested',
  },
  {
    form: /(?<![\d/])(?<first>\d{1,2})\/(?<second>\d{1,2})(?![\d/])/u,
    within: /^(?:closed|limited|season|holidayRow)$/,
    write: ({ first = '', second = '' }) => {
      const [one, two] = [first, second].map((part) => part.padStart(2, '0'));
      return [
        ...(Number(one) > 12 ? [] : [`every ${one}-${two}`]),
        ...(Number(two) > 12 || one === two ? [] : [`every ${two}-${one}`]),
      ];
    },
    applicability: 'suggested',
  },
];

function monthNumber(month = ''): string {
  const at = MONTHS.findIndex((name) => month.toLowerCase().startsWith(name));
  return String(at + 1).padStart(2, '0');
}

function dateOf(year: string | undefined, month: string | undefined, day = ''): string {
  return `${year}-${monthNumber(month)}-${day.padStart(2, '0')}`;
}

function everyYear(month: string | undefined, day = ''): string {
  return `every ${monthNumber(month)}-${day.padStart(2, '0')}`;
}
