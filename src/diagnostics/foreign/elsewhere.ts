import { anyCase, type ForeignForm } from './form.ts';

/** What can be said, but by a clause other than the one in which it was tried. */
export const ELSEWHERE: readonly ForeignForm[] = [
  {
    form: /\bwhen\s+opened\s+(?:after|before|from|between|until)\b[^{]*/iu,
    within: /^(?:targets|coverage|surcharge)$/,
    problem: 'names hours, which a calendar does here',
    help: () =>
      'write the hours as a calendar, `calendar Mornings { … open Mon..Fri 00:00-12:00 }`, and `when opened in Mornings` or `when opened outside Mornings`',
  },
  {
    form: /\b(?:when|if|where)\s+(?!opened\b)[^{]+/iu,
    within: /^targets$/,
    problem: 'is a condition, and a table is narrowed by `for`',
    help: () =>
      'write `targets for P1 {`, or give it a fact of few values: `facts { reach one of near, far }` and `targets for reach near {`',
  },
  {
    form: /\bfor\s+(?<names>[\p{L}_][\p{L}\p{N}_-]*(?:\s*(?:,|\bor\b|\band\b)\s*[\p{L}_][\p{L}\p{N}_-]*)*)/u,
    within: /^(?:starts|pauses)$/,
    write: ({ names = '' }) =>
      `when ${names
        .split(/\s*(?:,|\bor\b|\band\b)\s*/)
        .map((name) => `severity = ${name}`)
        .join(' or ')}`,
    applicability: 'suggested',
  },
  {
    form: /\b(?:except|excluding|outside(?:\s+of)?)\s+(?:during\s+)?(?<calendar>[\p{L}_][\p{L}\p{N}_-]*)/u,
    within: /^availability$/,
    problem: 'leaves out the hours of a calendar, and availability is of a calendar as a whole',
    help: ({ calendar = 'Maintenance' }) =>
      `write \`calendar Served = 24x7 except ${calendar}\`, and \`per month of Served\``,
  },
  {
    form: /\b(?:lower|raise)\s+by\s+(?:1|one)(?:\s+(?:level|step|severity))?/iu,
    within: /^rule$/,
    problem: 'does not say from which severity to which',
    help: () => 'write the steps: `lower P1 to P2 or P2 to P3`',
  },
  {
    form: anyCase`\bevery\s+(?<unit>(?:business|calendar|working)\s+day|hour|week|month)\b`,
    within: /^targetRow$/,
    write: ({ unit = '' }) =>
      `every 1 ${unit.toLowerCase().replace('working', 'business').replace('hour', 'h')}`,
    applicability: 'suggested',
  },
  {
    form: /\b(?:hourly|daily|weekly|monthly)\b/iu,
    within: /^targetRow$/,
    problem: 'does not say until when, and in whose hours',
    help: () => 'write `every 1 h until resolve`, or `every 1 business day in Office at close until resolve`',
  },
];
