import { anyCase, type ForeignForm } from './form.ts';

const CELL = /^targetRow$/;
const NAME = '[\\p{L}_][\\p{L}\\p{N}_-]*';
const AMOUNT = `\\d+(?:\\.\\d+)?\\s+(?:business\\s+|calendar\\s+)?\\p{L}+(?:\\s+in\\s+${NAME})?(?:\\s+at\\s+(?:close|same\\s+time|\\d{1,2}:\\d\\d))?`;

/** Several limits of which one decides, cut-offs, and lengths that no number says. */
export const LIMITS: readonly ForeignForm[] = [
  {
    form: anyCase`\b(?:by|before|until)\s+(?<at>\d{1,2}:\d\d)\s+(?:on\s+)?(?:the\s+)?next\s+(?:business|working)\s+day\s+in\s+(?<calendar>${NAME})(?:,?\s+if\s+\p{L}+\s+before\s+(?<cut>\d{1,2}:\d\d))?`,
    within: CELL,
    write: ({ at, calendar, cut }) =>
      `next business day in ${calendar} at ${at}${cut === undefined ? '' : `, cut-off ${cut}`}`,
    applicability: 'safe',
  },
  {
    form: anyCase`,?\s*\bif\s+(?:(?:it\s+is\s+)?\p{L}+\s+)?before\s+(?<cut>\d{1,2}:\d\d)`,
    within: CELL,
    write: ({ cut }) => `, cut-off ${cut}`,
    applicability: 'suggested',
  },
  {
    form: anyCase`(?<first>${AMOUNT})\s*(?:,?\s*but\s+(?:not|no)\s+(?:later|more)\s+than|,?\s*(?:and\s+)?(?:at\s+most|at\s+the\s+latest(?:\s+after)?|max(?:imum|\.)?))\s+(?<second>${AMOUNT})`,
    within: CELL,
    write: ({ first, second }) => `earlier of ${first} and ${second}`,
    applicability: 'suggested',
  },
  {
    form: anyCase`(?<first>${AMOUNT})\s+(?:or|and)\s+(?<second>${AMOUNT}),?\s*\(?which(?:ever)?\s+(?:is\s+|comes\s+|ends\s+)?(?:the\s+)?(?<which>earlier|sooner|shorter|first|later|longer|last)\)?`,
    within: CELL,
    write: ({ first, second, which = '' }) =>
      `${/^(?:later|longer|last)$/i.test(which) ? 'later' : 'earlier'} of ${first} and ${second}`,
    applicability: 'safe',
  },
  {
    form: anyCase`\bthe\s+(?<which>later|earlier)\s+of\b`,
    within: CELL,
    write: ({ which = '' }) => `${which.toLowerCase()} of`,
    applicability: 'safe',
  },
  {
    form: anyCase`\bwithin\s+(?:the|an|one)\s+(?<unit>hour|day|week)\b`,
    within: CELL,
    write: ({ unit = '' }) =>
      unit.toLowerCase() === 'hour' ? '1 h' : [`1 calendar ${unit.toLowerCase()}`, `1 business day`],
    applicability: 'suggested',
  },
  {
    form: anyCase`\b(?:half\s+(?:a|of\s+a)|0\.5|½)\s*(?:an?\s+)?(?:business|working)\s+days?\b`,
    within: CELL,
    problem: 'has no length: half of which hours is not said',
    help: () => 'write the hours, `4 h in Office`, or `same business day in Office at 13:00`',
  },
  {
    form: anyCase`\bby\s+(?:the\s+)?(?:end\s+of\s+)?(?:the\s+)?(?<day>Mon|Tue|Wed|Thu|Fri|Sat|Sun)\p{L}*\b`,
    within: CELL,
    problem: 'names a weekday, and a promise counts from the ticket',
    help: () =>
      'write how long it is, `5 business days in Office at close`, or `end of week in Office at close`',
  },
];
