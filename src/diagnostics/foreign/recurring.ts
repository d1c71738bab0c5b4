import { anyCase, type ForeignForm } from './form.ts';

/** Clauses in which dates may recur. */
const DATED = /^(?:open|closed|limited|season)$/;
const ROW = /^holidayRow$/;
const TIME = '\\d{1,2}:\\d\\d';
const DAY = '(?<day>Mon|Tue|Wed|Thu|Fri|Sat|Sun)\\p{L}*';
const NUMBERS: Readonly<Record<string, string>> = {
  two: '2',
  second: '2',
  other: '2',
  three: '3',
  third: '3',
  four: '4',
};

/** Dates that come back every few weeks, and days that are closed in part. */
export const RECURRING: readonly ForeignForm[] = [
  {
    form: anyCase`\bevery\s+(?<number>two|three|four|other|second|third)\s+weeks?\s+(?:from|starting|beginning|since)(?:\s+(?:on|with))?\s+(?<date>\d{4}-\d\d-\d\d)`,
    within: DATED,
    write: ({ number = '', date = '' }) => `every ${NUMBERS[number.toLowerCase()] ?? '2'} weeks from ${date}`,
    applicability: 'safe',
  },
  {
    form: anyCase`\b${DAY}\s+(?:in|of)\s+(?:all\s+)?(?<number>odd|even)(?:[- ]numbered)?\s+(?:calendar\s+)?weeks?\b`,
    within: DATED,
    problem: 'lacks its `every`, and stands before the hours',
    help: ({ day = 'Sat', number = 'odd' }) =>
      `write \`every ${day.slice(0, 3)} of ${number.toLowerCase()} weeks\`, and the hours behind it`,
  },
  {
    form: anyCase`\b(?:in|of|on)\s+(?:all\s+)?(?<number>odd|even)(?:[- ]numbered)?\s+(?:calendar\s+)?weeks?\b`,
    within: DATED,
    problem: 'stands behind the hours',
    help: ({ number = 'odd' }) =>
      `name the weekdays before them: \`open every Sat of ${number.toLowerCase()} weeks 09:00-12:00\``,
  },
  {
    form: anyCase`\b(?:every|each)\s+(?:other|2nd)\s+${DAY}\b|\b(?:alternate|alternating)\s+(?<each>Mon|Tue|Wed|Thu|Fri|Sat|Sun)\p{L}*\b|\b(?:bi-?weekly|fortnightly|every\s+fortnight|every\s+(?:other|second|two|2)\s+weeks?)\b`,
    within: DATED,
    problem: 'does not say in which week it begins',
    help: ({ day, each }) => {
      const weekday = (day ?? each ?? 'Fri').slice(0, 3);
      return `name its first date, \`every 2 weeks from 2026-01-09\`, or the weeks, \`every ${weekday} of odd weeks\`; one in each month is \`every second ${weekday} of each month\``;
    },
  },
  {
    form: anyCase`\b(?:from|after)\s+(?<time>${TIME})(?!\s*-)`,
    within: /^closed$/,
    problem: 'closes a part of the dates, and `closed` whole ones',
    help: () =>
      'write the hours that are left, `open every 12-24 09:00-12:00`, or a row of a holiday set, `every 12-24 from 12:00`',
  },
  {
    form: anyCase`\d{4}-\d\d-\d\d\s*\.\.\s*\d{4}-\d\d-\d\d\s+(?:from|closed)\s+(?:until\s+)?(?<time>${TIME})`,
    within: ROW,
    problem: 'may be a part of the first of these dates, or of each',
    help: ({ time = '12:00' }) =>
      `write a row for each date: those that are closed in part, \`2026-12-24 from ${time}\`, and those that are closed`,
  },
  {
    form: anyCase`\bopen\s+(?:until|till?|to)\s+(?<time>${TIME})`,
    within: ROW,
    write: ({ time }) => `from ${time}`,
    applicability: 'safe',
  },
  {
    form: anyCase`\bclosed\s+(?:from|after|as\s+of)\s+(?<time>${TIME})`,
    within: ROW,
    write: ({ time }) => `from ${time}`,
    applicability: 'safe',
  },
  {
    form: anyCase`\bafter\s+(?<time>${TIME})`,
    within: ROW,
    write: ({ time }) => `from ${time}`,
    applicability: 'safe',
  },
  {
    form: anyCase`(?<!closed\s+)\b(?:until|till?|up\s+to)\s+(?<time>${TIME})`,
    within: ROW,
    problem: 'may be the hours that are open, or those that are closed',
    help: ({ time = '13:00' }) =>
      `open until then, and closed afterwards, is \`from ${time}\`; closed until then is \`closed until ${time}\``,
  },
  {
    form: anyCase`(?<!closed\s+)(?<hours>${TIME}-${TIME})`,
    within: ROW,
    problem: 'may be the hours that are open, or those that are closed',
    help: ({ hours = '' }) => {
      const [from = '', to = ''] = hours.split('-');
      if (to === '24:00')
        return `closed is \`from ${from}\`; open, and closed before, is \`closed until ${from}\``;
      return `closed is \`closed ${hours}\`; open from ${from} to ${to} is two rows, \`closed until ${from}\` and \`from ${to}\`, or the calendar's \`on holidays open ${hours}\``;
    },
  },
  {
    form: anyCase`\b(?:half(?:\s|-)day|afternoon|eve|morning)\b(?=[^"]*(?:"[^"]*")?[^"]*$)`,
    within: ROW,
    problem: 'does not say which hours are closed',
    help: () =>
      'write them: `from 12:00`, `closed until 12:00`, or, from the evening before, `from 13:00 the day before`',
  },
];
