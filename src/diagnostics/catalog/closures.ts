import { assumption, didYouMean, error } from '../define.ts';
import { addToClause, spellAs } from '../fix.ts';
import { OFFICE } from './examples.ts';

const LATE = 'late ones do not count';
const IN_FLIGHT = 'tickets in flight see them';
const ANNOUNCED = '"announced": "2026-05-18T09:30+02:00"';

/** What each field is worth showing with. */
const EXAMPLE = `{${ANNOUNCED}, "date": "2026-06-04", "reason": "stocktaking"}`;

/** An office with a `closures` line. */
const closing = (notice: string, rules = `${LATE}, ${IN_FLIGHT}`): string =>
  OFFICE.replace(
    '}',
    `  closures  "closures.jsonl" ${notice} notice${rules === '' ? '' : `,\n              ${rules.replaceAll(', ', ',\n              ')}`}\n}`,
  );

/** The same with the file beside it. */
const announced = (line: string, notice = 'with 2 calendar days'): string =>
  `${closing(notice)}\nclosures.jsonl:\n${line}\n`;

const german = `holidays DE {
  covers  2025..2026
  2026-05-01  "May Day"
}

${announced(EXAMPLE, 'with 2 business days').replace('holidays  none', 'holidays  DE')}`;

/**
 * Findings about closures that are announced while the contract runs. On the pages the file beside the contract follows
 * it, under its name.
 */
export const closureDiagnostics = {
  'closures/no-file': error<{ path: string; reason: string }>({
    message: ({ path, reason }) => `closures cannot be read from \`${path}\`: ${reason}`,
    help: () =>
      `make the file beside the contract or in a folder above it, empty until a closure is announced; a line of it reads \`${EXAMPLE}\``,
    page: {
      why: 'Closures that are announced later are data beside the contract, a line each, so that the contract stays as it was signed and everybody can see what was announced when.',
      wrong: closing('with 2 calendar days').replace('closures.jsonl', 'shut.jsonl'),
      right: announced(EXAMPLE),
    },
  }),
  'closures/not-an-object': error<Record<never, never>>({
    message: () => 'the line is no object of JSON',
    help: () => `write a closure a line: \`${EXAMPLE}\``,
    page: {
      why: 'A line that is skipped would be a day on which people rest and the clock runs.',
      wrong: announced(EXAMPLE.replace('}', '')),
      right: announced(EXAMPLE),
    },
  }),
  'closures/unknown-field': error<{ field: string; nearest: string | null; fields: readonly string[] }>({
    message: ({ field }) => `a closure has no \`${field}\``,
    help: ({ nearest, fields }) => didYouMean(nearest) ?? `it has ${fields.join(', ')}`,
    fixes: ({ nearest }, place) => spellAs(place, nearest),
    page: {
      why: 'What is misspelt would be left out, and the closure would be of another date, or of all regions.',
      wrong: announced(EXAMPLE.replace('reason', 'raeson')),
      right: announced(EXAMPLE),
    },
  }),
  'closures/missing-field': error<{ field: string; wants: string }>({
    message: ({ field }) => `the closure does not say \`${field}\``,
    help: ({ field, wants }) => `add \`"${field}"\`: ${wants}`,
    page: {
      why: 'Whether a closure counts hangs on when it was announced, and what it closes on its dates.',
      wrong: announced(EXAMPLE.replace(`${ANNOUNCED}, `, '')),
      right: announced(EXAMPLE),
    },
  }),
  'closures/wrong-field': error<{ field: string; reason: string; wants: string }>({
    message: ({ field, reason }) => `\`${field}\` cannot be read: ${reason}`,
    help: ({ wants }) => `write ${wants}`,
    page: {
      why: 'A date that two people read differently closes two days.',
      wrong: announced(EXAMPLE.replace('2026-06-04', '4 June')),
      right: announced(EXAMPLE),
    },
  }),
  'closures/date-and-range': error<Record<never, never>>({
    message: () => 'the closure says both a `date` and from when to when',
    help: () => 'write `"date"` for one date, `"from"` and `"to"` for several',
    page: {
      why: 'Of two answers to one question nobody knows which holds.',
      wrong: announced(EXAMPLE.replace('"reason"', '"to": "2026-06-05", "reason"')),
      right: announced(
        EXAMPLE.replace('"date"', '"from"').replace('"reason"', '"to": "2026-06-05", "reason"'),
      ),
    },
  }),
  'closures/notice-in-a-range': error<{ amount: string }>({
    message: ({ amount }) => `a notice of \`${amount}\` has no one end`,
    help: () => 'write the shortest that is enough: `with 2 calendar days notice`',
    page: {
      why: 'Whether a closure was announced in time must have one answer.',
      wrong: announced(EXAMPLE, 'with 2 to 3 calendar days'),
      right: announced(EXAMPLE, 'with 2 calendar days'),
    },
  }),
  'closures/notice-of-customer': error<{ calendar: string }>({
    message: ({ calendar }) =>
      `the notice is counted in the hours of \`${calendar}\`, which differ from customer to customer`,
    help: () => 'count it in `calendar days` or hours, or give the calendar a zone and holidays of its own',
    page: {
      why: 'A closure is announced once, to everybody. That it should be in time for one customer and too late for another is hardly meant.',
      wrong: announced(EXAMPLE, 'with 2 business days').replace('holidays  none', 'holidays  of customer'),
      right: announced(EXAMPLE, 'with 2 calendar days').replace('holidays  none', 'holidays  of customer'),
    },
  }),
  'closures/notice-outside-years': error<{ announced: string; from: number; to: number }>({
    message: ({ announced: at, from, to }) =>
      `the notice of the closure announced ${at} runs over dates whose holidays are not known: they are listed for ${from}..${to}`,
    help: () =>
      'list the holidays of the years between the announcement and the closure, or take the line out',
    page: {
      why: 'A notice in business days skips the holidays, so they must be known.',
      wrong: german.replace('2026-05-18', '2024-12-30'),
      right: german,
    },
  }),
  'assume/late-closure': assumption<{ notice: string | null }>({
    message: ({ notice }) =>
      notice === null
        ? 'a closure that is announced after it has begun does not count'
        : `a closure that begins before its \`${notice}\` is over does not count`,
    help: () => 'state it: `, late ones do not count`, or `, late ones count from the end of the notice`',
    fixes: (_, place) => [addToClause(place, `, ${LATE}`)],
    page: {
      why: 'A closure is announced on Wednesday for Friday and should have been on Tuesday: the desk stays shut all the same, and somebody has to say whether the clock runs meanwhile.',
      wrong: `${closing('with 2 calendar days', IN_FLIGHT)}\nclosures.jsonl:\n${EXAMPLE}\n`,
      right: announced(EXAMPLE),
    },
  }),
  'assume/closure-in-flight': assumption<Record<never, never>>({
    message: () => 'a closure counts for clocks that ran already when it was announced, too',
    help: () => 'state it: `, tickets in flight see them`, or `, tickets in flight keep old`',
    fixes: (_, place) => [addToClause(place, `, ${IN_FLIGHT}`)],
    page: {
      why: 'The customer was told a deadline; then a day between is closed. Either the deadline moves, or what was told is kept.',
      wrong: `${closing('with 2 calendar days', LATE)}\nclosures.jsonl:\n${EXAMPLE}\n`,
      right: announced(EXAMPLE),
    },
  }),
};
