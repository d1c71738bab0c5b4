import type { Place } from './diagnostic.ts';
import { type Applicability, type Fix, writeInstead } from './fix.ts';

/** How other documents write something, and how the language does. */
interface ForeignForm {
  readonly form: RegExp;
  /** The language's own form, from the parts that the form names; several where it may mean either. */
  readonly write: (parts: Readonly<Record<string, string>>) => string | readonly string[] | null;
  readonly applicability: Applicability;
}

const DAY = '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)';
const TIME = '\\d{1,2}:\\d\\d';

/** What people shorten. */
const UNITS: Readonly<Record<string, string>> = { mo: 'month', yr: 'year' };

const FORMS: readonly ForeignForm[] = [
  {
    form: RegExp(`(?<from>${DAY})\\s*[-\\u2013\\u2014]\\s*(?<to>${DAY})\\b`),
    write: ({ from, to }) => `${from}..${to}`,
    applicability: 'safe',
  },
  {
    form: RegExp(`(?<from>${TIME})\\s*(?:\\.\\.|[\\u2013\\u2014]|\\bto\\b| )\\s*(?<to>${TIME})`),
    write: ({ from, to }) => `${from}-${to}`,
    applicability: 'safe',
  },
  {
    form: /(?<from>\d{1,2}(?::\d\d)? ?[ap]\.?m\.?) ?(?:-|–|—|to|\.\.) ?(?<to>\d{1,2}(?::\d\d)? ?[ap]\.?m\.?)/i,
    write: ({ from = '', to = '' }) => {
      const [start, end] = [clockTime(from), clockTime(to)];
      return start === null || end === null ? null : `${start}-${end === '00:00' ? '24:00' : end}`;
    },
    applicability: 'safe',
  },
  { form: /24\/(?<days>[57])\b/, write: ({ days }) => `24x${days}`, applicability: 'safe' },
  {
    form: /(?<whole>\d+),(?<part>\d+)\s*%/,
    write: ({ whole, part }) => `${whole}.${part}%`,
    applicability: 'safe',
  },
  {
    form: /(?<=\s)\/\s?(?<unit>month|mo|year|yr|quarter|week|day|hour|user|server|incident|visit)\b/,
    write: ({ unit = '' }) => `per ${UNITS[unit] ?? unit}`,
    applicability: 'safe',
  },
  {
    form: /(?<before>\S)\/\s?(?<unit>month|mo|year|yr|quarter|week|day|hour|user|server|incident|visit)\b/,
    write: ({ before = '', unit = '' }) => `${before} per ${UNITS[unit] ?? unit}`,
    applicability: 'safe',
  },
  { form: /€\s?(?<amount>\d+(?:\.\d+)?)/, write: ({ amount }) => `EUR ${amount}`, applicability: 'safe' },
  { form: /(?<amount>\d+(?:\.\d+)?) ?€/, write: ({ amount }) => `EUR ${amount}`, applicability: 'safe' },
  // A pound or a dollar is that of several countries.
  {
    form: /£\s?(?<amount>\d+(?:\.\d+)?)/,
    write: ({ amount }) => `GBP ${amount}`,
    applicability: 'suggested',
  },
  {
    form: /\$\s?(?<amount>\d+(?:\.\d+)?)/,
    write: ({ amount }) => `USD ${amount}`,
    applicability: 'suggested',
  },
  { form: /[“„«”](?<words>[^“„«”"\n]*)[”“»]/, write: ({ words }) => `"${words}"`, applicability: 'safe' },
  {
    // Which is the day and which the month depends on the country; above twelve it is the day.
    form: /(?<first>\d\d)[./](?<second>\d\d)[./](?<year>\d{4})/,
    write: ({ first, second, year }) => [
      ...(Number(second) > 12 ? [] : [`${year}-${second}-${first}`]),
      ...(Number(first) > 12 || first === second ? [] : [`${year}-${first}-${second}`]),
    ],
    applicability: 'suggested',
  },
];

/** What to write for the form of another document that stands at, or around, a place; none where none is known. */
export function foreignForm({ source, span }: Place): readonly Fix[] {
  const lineStart = source.text.lastIndexOf('\n', span.start - 1) + 1;
  const lineEnd = source.text.indexOf('\n', span.start);
  const line = source.text.slice(lineStart, lineEnd === -1 ? source.text.length : lineEnd);
  const at = span.start - lineStart;
  for (const { form, write, applicability } of FORMS) {
    for (const found of line.matchAll(RegExp(form.source, `${form.flags}gu`))) {
      if (at < found.index || at >= found.index + found[0].length) continue;
      const text = write(found.groups ?? {});
      if (text === null) continue;
      const start = lineStart + found.index;
      const place = { source, span: { start, end: start + found[0].length } };
      return [text].flat().map((each) => writeInstead(place, each, applicability));
    }
  }
  return [];
}

/** `write \`2026-09-05\` or \`2026-05-09\``; null where there is nothing to write. */
export function foreignFormHelp(place: Place): string | null {
  const forms = foreignForm(place).flatMap(({ edits: [edit] }) => (edit === undefined ? [] : [edit.text]));
  return forms.length === 0 ? null : `write ${forms.map((form) => `\`${form}\``).join(' or ')}`;
}

/** `5:30pm` as `17:30`; null when there is no such time. */
function clockTime(text: string): string | null {
  const {
    hour,
    minute = '00',
    half,
  } = /^(?<hour>\d{1,2})(?::(?<minute>\d\d))? ?(?<half>[ap])/i.exec(text)?.groups ?? {};
  if (hour === undefined || half === undefined || Number(hour) > 12 || Number(hour) < 1) return null;
  const hours = (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  return `${String(hours).padStart(2, '0')}:${minute}`;
}
