import { didYouMean, error, warning } from '../define.ts';
import { spellAs, takeOut } from '../fix.ts';
import { inARow } from '../in-a-row.ts';
import { byArrival, CHANGES, desk, OFFICE } from './examples.ts';

/** What one rule raises, the other lowers again. */
const loop = (answer: string): string =>
  `rule "diagnosis"  on raised then ${answer}\nrule "appeal"     on lowered then raise P2 to P1\n`;
const attain = 'attain 90% of respond per month of tickets closed, except none, overall';
const clean = desk('4 h in Office');
/** What a ticket that changes its severity is promised, which a contract says when promises differ by severity. */
const withRow = (row: string): string =>
  clean.replace('P1  4 h in Office', `P1  4 h in Office\n    ${row}`) + CHANGES;
const facts = (rows: string): string => `facts {\n${rows}}\n\n`;
const graded = (first: string, second: string): string =>
  facts('  users  number\n') +
  clean.replace('work"', `work"  when ${first}`).replace('else"', `else"  when ${second}`);
const incidents = (amount: number): string =>
  `incidents ${amount} per month, over refused, used when opened, one incident per ticket`;
const banded = (bands: string): string =>
  desk('4 h in Office', [
    'availability 99.9% per month of real time, outage from "a failed check" to "a good one", counted per started 1 min',
    `credit of "monthly fee" by availability per month gives ${bands}`,
  ]);
const fax = 'channel fax "fax to the duty office"';
const allow = '# surety: allow lint/unused-name';
const because = 'because the line is cut in May';
const withFax = (comment: string): string => `${comment}
${fax}

${clean}`;
/** A plan that tells tickets apart by so many facts of six words each, each line by one more than the line before. */
const kindsOf = (count: number, cell: string): string => {
  const names = Array.from({ length: count }, (_, i) => `fact${i + 1}`);
  const rows = names.map((name) => `  ${name}  one of w1, w2, w3, w4, w5, w6\n`);
  const narrower = names.map((_, i) => names.slice(0, i + 1).map((name) => `${name} w1`));
  const tables = narrower.map(
    (kinds) => `  targets for ${kinds.join(' and ')} {\n         respond\n    all  ${cell}\n  }\n`,
  );
  return `${facts(rows.join(''))}${clean}\nplan Better extends Basic {\n${tables.join('')}}\n`;
};
const better = (cell: string): string =>
  `${clean}\nplan Better extends Basic {\n  targets {\n        respond\n    P1  ${cell}\n  }\n}\n`;

const steps = (respond: string, resolve: string): string =>
  desk(respond)
    .replace('        respond\n', '        respond | resolve\n')
    .replace(`P1  ${respond}`, `P1  ${respond} | ${resolve}`)
    .replace(
      'plan Basic',
      'clock resolve {\n  starts on  opened\n  stops on   resolved\n  pauses     never\n  reopen     never\n}\n\nplan Basic',
    );

/** A cell in the contract's words, and the calendars in which it counts that these do not name. */
export interface SaidCell {
  readonly words: string;
  readonly hours: readonly string[];
}

const inWords = ({ words, hours }: SaidCell): string =>
  hours.length === 0 ? `\`${words}\`` : `\`${words}\` counted in ${inARow(hours)}`;

/**
 * Contracts that can be run and hardly mean what they say, and the comments that let them stand. Where a promise may be
 * late, `always` says whether it is for every ticket, and `ticket` shows one that it is late for, with both instants.
 */
export const lintDiagnostics = {
  'lint/severity-gap': warning<{ falls: string }>({
    message: ({ falls }) => `no severity takes the case \`${falls}\``,
    help: () => 'let the last severity say `otherwise`, or add the case to the one that it belongs to',
    page: {
      why: 'A ticket that fits no severity has no promise, and somebody will grade it by taste.',
      wrong: graded('users > 10', 'users < 10'),
      right: graded('users > 10', 'users <= 10'),
    },
  }),
  'lint/severity-overlap': warning<{ higher: string; lower: string; both: string }>({
    message: ({ higher, lower, both }) => `\`${higher}\` and \`${lower}\` both take the case \`${both}\``,
    help: ({ lower }) => `narrow one of them, so that \`${lower}\` leaves out what is taken above it`,
    page: {
      why: 'A ticket that fits two severities has two promises: the customer reads one, the provider the other.',
      wrong: graded('users > 10', 'users < 20'),
      right: graded('users > 10', 'users <= 10'),
    },
  }),
  'lint/arrival-gap': warning<{
    of: 'target' | 'coverage';
    plan: string;
    name: string;
    severities: readonly string[];
    at: string;
  }>({
    message: ({ of, plan, name, severities, at }) =>
      `\`${plan}\` ${of === 'target' ? 'promises nothing to' : 'does not say when it covers'} \`${name}\` when a ticket${severities.length === 0 ? '' : ` of ${severities.map((name) => `\`${name}\``).join(' or ')}`} is opened on ${at}`,
    help: ({ of }) =>
      `${of === 'target' ? 'promise it in a table' : 'say it in a line'} without \`when opened\`, which holds for all other hours; where nothing is meant, let that say \`not offered\``,
    page: {
      why: 'Hours that no table names are hours in which the customer has no promise, and reads one into the table beside.',
      wrong: byArrival('in Late').replace('16:00-20:00', '18:00-20:00'),
      right: byArrival('outside Office'),
    },
  }),
  'lint/idle-rate': warning<{ calendars: readonly string[] }>({
    message: ({ calendars }) =>
      `no hour lies outside \`${calendars.join('`, `')}\`, so the rate \`outside\` is never paid`,
    help: () => 'take `| … outside` out, or look for a calendar that is open too long',
    page: {
      why: 'A price for hours that there are not is read as one for hours that there are.',
      wrong: desk('4 h in Office', [
        'rate EUR 120 per hour in 24x7 | EUR 180 per hour outside, split at edge',
      ]),
      right: desk('4 h in Office', [
        'rate EUR 120 per hour in Office | EUR 180 per hour outside, split at edge',
      ]),
    },
  }),
  'lint/credit-gap': warning<{ gaps: readonly string[] }>({
    message: ({ gaps }) => `no band of the credit holds ${gaps.join(', ')}`,
    help: () =>
      'let each band reach to the next one: `5% from 95% to below 99.9% | 10% below 95%`, `10% for 3 or more`',
    page: {
      why: 'A month that misses the promise by a figure in no band gives nothing, by accident.',
      wrong: banded('5% from 95.1% to 99.8% | 10% below 95%'),
      right: banded('5% from 95% to below 99.9% | 10% below 95%'),
    },
  }),
  'lint/severity-left-out': warning<{
    metric: string;
    plan: string;
    left: readonly string[];
    timed: string;
  }>({
    message: ({ metric, plan, left, timed }) =>
      `\`${plan}\` promises \`${timed}\` a time to \`${metric}\`, and none to ${inARow(left)}, which ${left.length === 1 ? 'is' : 'are'} more severe`,
    help: () => 'promise the more severe at least as much, or say in a silence why not',
    page: {
      why: 'A table in which a question has a deadline and a standstill has none has usually lost cells on its way.',
      wrong: clean.replace('P1  4 h', 'P2  4 h'),
      right: withRow('P2  8 h in Office'),
    },
  }),
  'lint/slower-when-more-severe': warning<{
    metric: string;
    severity: string;
    words: SaidCell;
    less: string;
    lessWords: SaidCell;
    always: boolean;
    ticket: string;
  }>({
    message: ({ metric, severity, words, less, lessWords, always }) =>
      `\`${severity}\` ${always ? 'waits' : 'may wait'} longer to \`${metric}\` (${inWords(words)}) than \`${less}\`, which is less severe (${inWords(lessWords)})`,
    help: ({ always }) =>
      always
        ? 'look for rows or columns that were exchanged'
        : 'count both in the same hours, or make the one for the less severe longer',
    page: {
      why: 'Who is hit harder is answered later: the customer will open the ticket as the lesser one.',
      wrong: withRow('P2  4 h'),
      right: withRow('P2  next business day in Office at close, received outside hours at next opening'),
    },
  }),
  'lint/worse-than-inherited': warning<{
    metric: string;
    plan: string;
    words: SaidCell;
    parent: string;
    parentWords: SaidCell;
    always: boolean;
    ticket: string;
  }>({
    message: ({ metric, plan, words, parent, parentWords, always }) =>
      always
        ? `\`${plan}\` promises to \`${metric}\` in ${inWords(words)}, and \`${parent}\`, which it extends, in ${inWords(parentWords)}`
        : `\`${plan}\` promises to \`${metric}\` in ${inWords(words)}, which may be later than ${inWords(parentWords)} of \`${parent}\`, which it extends`,
    help: () =>
      'take the cell out to inherit the better one, say `earlier of … and …`, or say in a silence why it is worse',
    page: {
      why: 'The higher plan costs more; a promise of it that is worse, if only for some tickets, is found by the first customer who compares.',
      wrong: better('6 h'),
      right: better('2 h'),
    },
  }),
  'lint/worse-than-lower-plan': warning<{
    metric: string;
    plan: string;
    words: SaidCell;
    lower: string;
    lowerWords: SaidCell;
    always: boolean;
    ticket: string;
  }>({
    message: ({ metric, plan, words, lower, lowerWords, always }) =>
      `\`${plan}\` promises to \`${metric}\` in ${inWords(words)}, which ${always ? 'is' : 'may be'} later than ${inWords(lowerWords)} of \`${lower}\`, a lower plan`,
    help: () =>
      'write the plans in order of level, the lowest first, or say in a silence why the higher one is worse',
    page: {
      why: 'Plans are in order of level. Who moves to a higher one, and pays for it, should wait for nothing longer.',
      wrong: better('6 h').replace('Better extends Basic', 'Better'),
      right: better('2 h').replace('Better extends Basic', 'Better'),
    },
  }),
  'lint/respond-after-resolve': warning<{
    plan: string;
    metric: string;
    words: SaidCell;
    next: string;
    nextWords: SaidCell;
    always: boolean;
    ticket: string;
  }>({
    message: ({ plan, metric, words, next, nextWords, always }) =>
      `\`${plan}\` ${always ? 'is' : 'may be'} due to \`${metric}\` (${inWords(words)}) after it is due to \`${next}\` (${inWords(nextWords)})`,
    help: ({ next }) => `shorten the one, or count it from the other: \`… before ${next} is due\``,
    page: {
      why: 'What is solved in time need not be answered any more, so one of the two promises is empty, or the columns were exchanged.',
      wrong: steps('8 h in Office', '24 h'),
      right: steps('2 h in Office', '24 h in Office'),
    },
  }),
  'lint/due-while-shut': warning<{
    plan: string;
    metric: string;
    words: SaidCell;
    calendar: string;
    activity: string | null;
    always: boolean;
    ticket: string;
  }>({
    message: ({ plan, metric, words, calendar, activity, always }) =>
      `${inWords(words)} to \`${metric}\` ${always ? 'runs' : 'may run'} out while \`${calendar}\` is shut${activity === null ? '' : `, in which \`${plan}\` covers \`${activity}\``}`,
    help: ({ calendar, activity }) =>
      activity === null
        ? 'let what is received outside hours count at the next opening, or end at the close of a later day'
        : `count it in \`${calendar}\`, cover more hours, or promise it in a table \`when opened in ${calendar}\``,
    page: {
      why: 'The deadline has passed before anybody is there to keep it: the promise is broken by the terms, or was meant in other hours.',
      wrong: desk('4 h', ['coverage receive in Office']),
      right: desk('4 h in Office', ['coverage receive in Office']),
    },
  }),
  'lint/too-many-kinds': warning<{ plan: string; metrics: readonly string[] }>({
    message: ({ plan, metrics }) =>
      `what \`${plan}\` promises to ${inARow(metrics)} tells more than 5,000 kinds of tickets apart, and is not held against other promises`,
    help: () => 'tell tickets apart by fewer facts, or decide single promises with `surety prove`',
    page: {
      why: 'Promises that only the hours of calendars can put in order are walked through for each kind of ticket that lines tell apart (by region, channel, type and facts), over all openings of a year or more. Beyond 5,000 kinds of a promise nobody would wait for that: such promises are left out, and a higher plan that is worse, or a severity that is slower, is then not found here.',
      wrong: kindsOf(6, '6 h'),
      right: kindsOf(1, '2 h in Office'),
    },
  }),
  'lint/target-not-covered': warning<{
    plan: string;
    metric: string;
    activity: string;
    severities: readonly string[];
  }>({
    message: ({ plan, metric, activity, severities }) =>
      `\`${plan}\` promises a time to \`${metric}\` for ${inARow(severities)}, and covers \`${activity}\` for ${severities.length === 1 ? 'it' : 'them'} at no hour`,
    help: ({ activity }) => `add \`${activity}\` to a \`coverage\` of the plan`,
    page: {
      why: 'A deadline that runs while nobody has to work is missed by the terms, or was never meant.',
      wrong: desk('4 h in Office', ['coverage resolve in Office']),
      right: desk('4 h in Office', ['coverage receive, resolve in Office']),
    },
  }),
  'lint/hours-under-24x7': warning<{
    plan: string;
    activity: string;
    words: string;
    calendar: string;
    severities: readonly string[];
  }>({
    message: ({ plan, activity, words, calendar, severities }) =>
      `\`${words}\` stands still while \`${calendar}\` is shut, and \`${plan}\` covers \`${activity}\` round the clock for ${inARow(severities)}`,
    help: () => 'write plain hours, such as `4 h`, or narrow the coverage',
    page: {
      why: 'Two business hours under a plan that answers round the clock: from Saturday 03:00 they end at 05:00 or on Monday morning, 53 hours apart.',
      wrong: desk('4 h in Office', ['coverage receive in 24x7']),
      right: desk('4 h in Office', ['coverage receive in Office']),
    },
  }),
  'lint/hours-replaced': warning<{
    calendar: string;
    days: readonly string[];
    others: readonly string[];
  }>({
    message: ({ calendar, days, others }) =>
      `for its tickets \`${calendar}\` opens on ${days.join(', ')} alone: the line replaces the wider one, which opens on ${others.join(', ')}`,
    help: () => 'say the other hours for these tickets too, in a further `open` line with the same `for`',
    page: {
      why: 'Of the lines that speak of a ticket the narrowest hold, and do not add to the others. Saturdays for those who call were most often meant beside the week, not in place of it.',
      wrong: desk('4 h in Office').replace(
        'Mon..Fri 09:00-17:00',
        'Mon..Fri 09:00-17:00\n  open      Sat 09:00-12:00 for phone',
      ),
      right: desk('4 h in Office').replace(
        'Mon..Fri 09:00-17:00',
        'Mon..Fri 09:00-17:00\n  open      Mon..Fri 09:00-17:00 for phone\n  open      Sat 09:00-12:00 for phone',
      ),
    },
  }),
  'lint/business-hours-24x7': warning<{ plan: string; calendar: string }>({
    message: ({ plan, calendar }) =>
      `the business hours of \`${plan}\` are all hours, since \`${calendar}\` never shuts`,
    help: () => 'write plain hours in the cells, such as `4 h`, or name the calendar that is meant',
    page: {
      why: 'Who reads `16 business hours` in a brochure thinks of two days, and the contract means sixteen hours, or the other way round.',
      wrong: desk('4 business hours', ['business hours in 24x7']).replace(OFFICE, ''),
      right: desk('4 business hours', ['business hours in Office']),
    },
  }),
  'lint/attain-without-time': warning<{ metric: string; plan: string }>({
    message: ({ metric, plan }) =>
      `a share of \`${metric}\` is guaranteed, and \`${plan}\` promises no time to \`${metric}\``,
    help: () => 'give the metric a time, or take the guarantee out',
    page: {
      why: 'A share of tickets kept in time is measured against a time; without one it is always kept, or never.',
      wrong: desk('best effort', [attain]).replace(OFFICE, ''),
      right: desk('4 h in Office', [attain]),
    },
  }),
  'lint/attain-of-none-resolved': warning<{ plan: string }>({
    message: ({ plan }) =>
      `a share of the tickets resolved is guaranteed, and \`${plan}\` has no \`resolve\` that says when one is`,
    help: () =>
      'give it a column `resolve`, of `best effort` if nothing is promised, or write `of tickets closed`, or `of tickets due`',
    page: {
      why: 'A ticket belongs to the period in which the clock of `resolve` stops; where there is none, no ticket is counted.',
      wrong: desk('4 h in Office', [attain.replace('closed', 'resolved')]),
      right: desk('4 h in Office', [attain]),
    },
  }),
  'lint/attain-of-best-effort': warning<{ metric: string; severities: readonly string[] }>({
    message: ({ metric, severities }) =>
      `a share of \`${metric}\` is guaranteed, and ${inARow(severities)} ${severities.length === 1 ? 'has' : 'have'} best effort alone`,
    help: () => 'narrow the guarantee with `for`, so that it names the severities that have a time',
    page: {
      why: 'An effort word beside a guarantee: the customer counts these tickets in the share, the provider does not.',
      wrong: desk('4 h in Office\n    P2  best effort', [attain]),
      right: desk('4 h in Office\n    P2  best effort', [`${attain} for P1`]),
    },
  }),
  'lint/empty-quota': warning<{ thing: string }>({
    message: ({ thing }) => `the quota of \`${thing}\` is used up before it begins`,
    help: () => 'write how many there are, or take the clause out',
    fixes: (_, place) => [takeOut(place)],
    page: {
      why: 'With a quota of nothing the first unit is already over it, so what happens then is all that the clause says.',
      wrong: desk('4 h in Office', [incidents(0)]),
      right: desk('4 h in Office', [incidents(1)]),
    },
  }),
  'lint/rules-loop': warning<{
    rules: readonly string[];
    severities: readonly string[];
    found: string | null;
  }>({
    message: ({ rules, severities, found }) =>
      `${inARow(rules)} set each other off for ever${found === null ? '' : ` where ${found}`}: from ${severities.map((name) => `\`${name}\``).join(' to ')}`,
    help: () => 'narrow one of them with `when`, or let it do something that does not lead back',
    page: {
      why: 'A ticket that one rule raises and the next lowers again is of no severity, and has no deadline that holds.',
      wrong: `${clean}${CHANGES}\n${loop('lower P1 to P2')}`,
      right: `${clean}${CHANGES}\n${loop('tell customer')}`,
    },
  }),
  'lint/names-alike': warning<{ kind: string; name: string; other: string }>({
    message: ({ kind, name, other }) =>
      `the ${kind} names \`${name}\` and \`${other}\` differ in capitals alone`,
    help: () => 'rename one of them',
    page: {
      why: 'Ticket systems, and people on the phone, do not tell capitals apart; the two have different promises.',
      wrong: clean.replace('P2  "anything', 'p1  "anything'),
      right: clean,
    },
  }),
  'lint/unused-name': warning<{ kind: string; name: string }>({
    message: ({ kind, name }) => `nothing speaks of the ${kind} \`${name}\``,
    help: () => 'use it, or take it out',
    page: {
      why: 'What is declared and not used was forgotten where it belongs, or is left over: the reader cannot know.',
      wrong: desk('4 h'),
      right: clean,
    },
  }),
  'lint/unused-silence': warning<{ code: string }>({
    message: ({ code }) => `this silence takes no \`${code}\` away`,
    help: () =>
      'take the comment out, or put it at the end of the clause or on the line before it; what is not silent is shown',
    fixes: (_, place) => [takeOut(place, 'safe')],
    page: {
      why: 'A silence that outlives its warning hides the next one, which nobody has judged.',
      wrong: `${allow} ${because}\n${clean}`,
      right: withFax(`${allow} ${because}`),
    },
  }),
  'lint/silence-without-reason': error<{ code: string }>({
    message: ({ code }) => `the silence of \`${code}\` gives no reason`,
    help: ({ code }) => `write \`# surety: allow ${code} because …\``,
    page: {
      why: 'Who reads the contract next year has to judge whether the warning may still stand.',
      wrong: withFax(allow),
      right: withFax(`${allow} ${because}`),
    },
  }),
  'lint/silence-of-nothing': error<{ code: string; nearest: string | null }>({
    message: ({ code }) => `there is no finding \`${code}\` to silence`,
    help: ({ nearest }) =>
      didYouMean(nearest) ?? 'the code stands beside the warning that `surety check` prints',
    fixes: ({ nearest }, place) => spellAs(place, nearest),
    page: {
      why: 'A misspelt code silences nothing, and looks as if somebody had judged the clause.',
      wrong: withFax(`# surety: allow lint/unsed-name ${because}`),
      right: withFax(`${allow} ${because}`),
    },
  }),
  'lint/silence-of-no-warning': error<{ code: string; level: string }>({
    message: ({ code, level }) => `\`${code}\` is an ${level}, and warnings alone can be silenced`,
    help: ({ code }) => `correct the contract; \`surety explain ${code}\` says how`,
    page: {
      why: 'An error stops a contract from being run, and an assumption is stated by the clause that it names.',
      wrong: withFax(`# surety: allow time/bare-days ${because}`),
      right: withFax(`${allow} ${because}`),
    },
  }),
};
