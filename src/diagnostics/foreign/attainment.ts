import { anyCase, type ForeignForm } from './form.ts';

const ATTAIN = /^attain$/;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;

/** Shares of a period, and the year by which periods go. */
export const ATTAINMENT: readonly ForeignForm[] = [
  {
    form: anyCase`\b(?:year\s+)?(?:from|begins|starts|beginning|starting)(?:\s+(?:on|in|at|with))?\s+(?:(?<day>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?)?(?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?:\s+(?<dayBehind>\d{1,2}))?`,
    within: /^fiscal$/,
    write: ({ day, dayBehind, month = '' }) => {
      const number = MONTHS.findIndex((name) => name === month.toLowerCase()) + 1;
      const [first, second] = [number, Number(day ?? dayBehind ?? 1)].map((part) =>
        String(part).padStart(2, '0'),
      );
      return `year from ${first}-${second}`;
    },
    applicability: 'safe',
  },
  {
    form: anyCase`(?<=\bfiscal\s+)(?:year\s+)?(?:(?:begins|starts|beginning|starting)\s+)?(?:on\s+)?(?<day>\d\d-\d\d)`,
    within: /^fiscal$/,
    write: ({ day }) => `year from ${day}`,
    applicability: 'safe',
  },
  {
    form: anyCase`\bper\s+(?:financial|FY|accounting|tax)\s+(?<unit>month|quarter|year)\b`,
    write: ({ unit }) => `per fiscal ${unit}`,
    applicability: 'suggested',
  },
  {
    form: anyCase`\b(?:at|in|for|of)\s+(?:each|every)\s+(?:single\s+)?(?<by>[a-z]+)\b(?!\s+of\s+tickets)`,
    within: ATTAIN,
    problem: 'is said at the end, behind a comma',
    help: ({ by = 'site' }) => `write \`attain 95% of respond per month of tickets closed, per ${by}\``,
  },
  {
    form: anyCase`\bper\s+(?!day\b|week\b|month\b|quarter\b|year\b|contract\b|fiscal\b)(?<by>[a-z]+)\s+per\b`,
    within: ATTAIN,
    problem: 'is said at the end, behind a comma',
    help: ({ by = 'site' }) => `write \`attain 95% of respond per month of tickets closed, per ${by}\``,
  },
  {
    form: anyCase`,?\s*\bor\s+(?:no\s+more\s+than|not\s+more\s+than|max(?:imum)?|up\s+to|fewer\s+than|at\s+most)\s+(?<count>\d+)\s+(?:late|missed|breaches|tickets?)\b(?:\s+late)?,?`,
    within: ATTAIN,
    problem: 'stands behind the share',
    help: ({ count = '4' }) =>
      `write \`attain 95% or at most ${count} late of respond per month of tickets closed\``,
  },
  {
    form: anyCase`\b(?:rolling|trailing|sliding)\b(?:\s+\d+\s+\p{L}+)?`,
    within: ATTAIN,
    problem: 'rolls on, and a share is counted in periods that begin and end',
    help: () =>
      'write `per month`, `per quarter` or `per year`, or `per contract month` from the day on which the contract began',
  },
  {
    form: anyCase`\bof\s+(?<done>resolved|closed|opened)\s+tickets\b`,
    within: ATTAIN,
    write: ({ done }) => `of tickets ${done}`,
    applicability: 'safe',
  },
  {
    form: anyCase`\bof\s+tickets\s+(?<done>solved|fixed|completed|answered|responded|received|created|logged|raised)\b`,
    within: ATTAIN,
    write: ({ done = '' }) =>
      /^(?:received|created|logged|raised)$/i.test(done)
        ? 'of tickets opened'
        : ['of tickets resolved', 'of tickets closed', 'of tickets due'],
    applicability: 'suggested',
  },
];
