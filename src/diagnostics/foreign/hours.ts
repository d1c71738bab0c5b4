import { DAY } from './days.ts';
import { anyCase, DASH, type ForeignForm, type Parts } from './form.ts';

const HALF = '[ap]\\.?m\\.?';
/** `9`, `09:00`, `9.30`, `0900`, `9h30`, `9 am`, `17 Uhr`. */
const clock = (name: string): string =>
  `(?<${name}>\\d{1,2}(?:[:.h]\\d\\d|h|\\d\\d)?)\\s*(?:(?<${name}Half>${HALF})|Uhr|o'clock|hrs?\\b|hours\\b)?`;
const TO = `(?:${DASH}|\\.\\.|\\bto\\b|\\btill\\b|\\buntil\\b|\\bbis\\b|\\band\\b)`;
const WINDOW = `(?:\\b(?:from|between|von)\\s+)?(?<![\\d:.-])${clock('from')}\\s*${TO}\\s*${clock('to')}(?![\\d:]|-\\d)`;

/** Clauses that hold windows of time. */
const HOURS = /^(?:open|limited|on|team|shift)$/;

/** Times of day, windows of them, and the whole day. */
export const HOURS_FORMS: readonly ForeignForm[] = [
  {
    form: anyCase`(?<from>\d{1,2}:\d\d)\s*(?:\.\.|[\u2013\u2014]|\bto\b| )\s*(?<to>\d{1,2}:\d\d)`,
    write: ({ from, to }) => `${from}-${to}`,
    applicability: 'safe',
  },
  {
    form: anyCase`(?<![\d:.])${clock('from')}\s*${TO}\s*${clock('to')}`,
    write: (parts) => (parts['toHalf'] === undefined ? null : windowOf(parts, 'plain')),
    applicability: 'safe',
  },
  {
    form: anyCase`${WINDOW}`,
    within: HOURS,
    write: (parts) => windowOf(parts, 'plain'),
    applicability: 'safe',
  },
  {
    form: anyCase`${WINDOW}`,
    within: HOURS,
    write: (parts) => windowOf(parts, 'guessed'),
    applicability: 'suggested',
  },
  {
    form: anyCase`(?<days>${DAY})\s+(?:24\s*(?:h|hrs?|hours?)|all\s+day|around the clock)\b(?:\s+(?:a|per)\s+day)?`,
    within: HOURS,
    write: ({ days }) => `${days} 00:00-24:00`,
    applicability: 'safe',
  },
  {
    form: /\b24\s*[x/]\s*7(?:\s*[x/]\s*36[56])?\b/iu,
    write: () => '24x7',
    applicability: 'safe',
  },
  { form: /\b24\s*[/]\s*5\b/u, write: () => '24x5', applicability: 'safe' },
  {
    form: /\b(?:24\s*(?:h|hrs?|hours?)(?:\s+(?:a|per)\s+day)?(?:,?\s+(?:7|seven)\s+days(?:\s+(?:a|per)\s+week)?)?|a?round[\s-]the[\s-]clock|at all times|always)\b/iu,
    within: HOURS,
    write: () => '24x7',
    applicability: 'safe',
  },
  {
    form: /(?<!\d)(?!24)\d{1,2}\s*[x/]\s*[567]\b/iu,
    within: HOURS,
    problem: 'does not say which hours, and of which days',
    help: () => 'write both: `open Mon..Fri 09:00-17:00`',
  },
  {
    form: anyCase`(?<![\d:.])(?<at>\d{1,2}(?:[:.]\d\d)?)\s*(?<half>${HALF})(?![\p{L}])`,
    write: ({ at = '', half }) => readingOf(minutesAt(at, half)),
    applicability: 'safe',
  },
  {
    form: /\b(?:12\s+)?noon\b|\bmidday\b/iu,
    write: () => '12:00',
    applicability: 'safe',
  },
  {
    form: /(?<=\d:\d\d)\s*(?<zone>\(?(?:[A-Z][A-Za-z]+(?:\/[A-Za-z_]+)+|[A-Z]{2,5}(?:[+-]\d{1,2})?|local time)\)?)(?![\p{L}\p{N}])/u,
    within: HOURS,
    problem: 'stands behind hours, and their zone in a line of its own',
    help: ({ zone = '' }) =>
      zone.includes('/')
        ? `write \`zone ${zone.replace(/[()]/g, '')}\` in a line of its own`
        : 'write it in a line of its own, by the name that the zone has: `zone America/New_York`',
  },
  {
    form: /\b(?:except|excluding|excl\.?|without|but not(?: on)?)\s+(?:on\s+)?(?:(?:public|bank|national|legal|statutory)\s+)?holidays?\b/iu,
    within: HOURS,
    problem: 'stands behind hours, and holidays in a line of their own',
    help: () => 'write `holidays US`, by the set that is meant, or `holidays none`, in a line of its own',
  },
];

/**
 * A window of two readings. A half of the day that is said of its end alone holds for its start as well, or its start
 * lies in the morning. `guessed`: an end before its start is one of the afternoon, as in `9-5`.
 */
function windowOf(parts: Parts, how: 'plain' | 'guessed'): string | null {
  const { from = '', fromHalf, to = '', toHalf } = parts;
  const end = minutesAt(to, toHalf);
  if (end === null) return null;
  const inherited = fromHalf ?? (toHalf === undefined ? undefined : startHalf(from, toHalf, end));
  const start = minutesAt(from, inherited);
  if (start === null) return null;
  const isBare = fromHalf === undefined && toHalf === undefined;
  const isAfternoon = isBare && end <= start && end <= 12 * 60 && start < 12 * 60;
  if (isAfternoon !== (how === 'guessed')) return null;
  const closes = isAfternoon ? end + 12 * 60 : end === 0 ? 24 * 60 : end;
  const [opens, shuts] = [readingOf(start), readingOf(closes)];
  return opens === null || shuts === null ? null : `${opens}-${shuts}`;
}

/** `1-5 pm` begins in the afternoon, `9-5 pm` in the morning. */
function startHalf(from: string, toHalf: string, end: number): string {
  const start = minutesAt(from, toHalf);
  return start !== null && start < end ? toHalf : 'am';
}

/** Minutes from midnight of `5:30`, `0900`, `17h30`, in a half of the day where one is said; null where there are none. */
function minutesAt(text: string, half: string | undefined): number | null {
  const parts = /^(?<hour>\d{1,2})(?:[:.h]?(?<minute>\d\d)|h)?$/.exec(text)?.groups;
  if (parts === undefined) return null;
  const hour = Number(parts['hour']);
  const minute = Number(parts['minute'] ?? 0);
  if (minute > 59 || hour > 24) return null;
  if (half === undefined) return hour * 60 + minute;
  if (hour > 12 || hour < 1) return null;
  return ((hour % 12) + (half.toLowerCase().startsWith('p') ? 12 : 0)) * 60 + minute;
}

function readingOf(minutes: number | null): string | null {
  if (minutes === null || minutes > 24 * 60) return null;
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
