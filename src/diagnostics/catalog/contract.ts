import { error } from '../define.ts';
import { takeOutRepeated } from '../fix.ts';
import { desk } from './examples.ts';

/** A desk whose severities follow from two facts; the rows of the matrix are given. */
const matrix = (rows: string): string => `facts {
  impact   one of all, some
  urgency  one of high, low
}

matrix impact by urgency {
        high | low
${rows}}

${desk('4 h')}`;

/** Findings about the contract as a whole, its severities, facts and clocks. */
export const contractDiagnostics = {
  'contract/declared-twice': error<{ what: string }>({
    message: ({ what }) => `\`${what}\` is declared twice`,
    help: ({ what }) => `a file has one \`${what}\`; put both together`,
    page: {
      why: 'One contract has one header, one scale of severities and one list of regions, so that every promise is read against the same.',
      wrong: `${desk('4 h')}\nseverities {\n  L1\n}\n`,
      right: desk('4 h'),
    },
  }),
  'contract/clause-twice': error<{ clause: string }>({
    message: ({ clause }) => `\`${clause}\` is said twice`,
    help: () => 'keep the one that holds',
    fixes: (_, place, related) => [takeOutRepeated(place, related)],
    page: {
      why: 'Of two answers to one question nobody knows which holds.',
      wrong: desk('4 h', [], 'currency  EUR\n  currency  USD'),
      right: desk('4 h', [], 'currency  EUR'),
    },
  }),
  'contract/hanging-term': error<{ clause: string; needed: 'notice' | 'term' }>({
    message: ({ clause, needed }) => `\`${clause}\` waits for the ${needed}, and the contract states none`,
    help: ({ needed }) => (needed === 'notice' ? 'add `notice 30 calendar days`' : 'add `term 1 year`'),
    page: {
      why: 'What may change after a notice of unknown length, or at the end of a term without one, may never change, or at once.',
      wrong: desk('4 h', [], 'zone Europe/Berlin\n  downgrade after notice'),
      right: desk('4 h', [], 'zone Europe/Berlin\n  notice 30 calendar days\n  downgrade after notice'),
    },
  }),
  'contract/zone-of': error<Record<never, never>>({
    message: () => 'a contract has a zone of its own',
    help: () => 'write `zone Europe/Berlin` (or the zone that is meant); `of region` belongs to calendars',
    page: {
      why: 'Periods and effective dates are counted in one zone for everybody.',
      wrong: desk('4 h', [], 'zone of region'),
      right: desk('4 h', [], 'zone Europe/Berlin'),
    },
  }),
  'severity/otherwise-not-last': error<{ severity: string }>({
    message: ({ severity }) => `\`${severity}\` takes everything else, and severities follow it`,
    help: () => 'put the one with `otherwise` last',
    page: {
      why: '`otherwise` means none of the others, so it is the last case.',
      wrong: desk('4 h').replace('P1  "nobody can work"', 'P1  "nobody can work"  otherwise'),
      right: desk('4 h').replace('P2  "anything else"', 'P2  "anything else"  otherwise'),
    },
  }),
  'severity/matrix-gap': error<{ cases: readonly string[] }>({
    message: ({ cases }) =>
      `the matrix gives no severity where ${cases.map((each) => `\`${each}\``).join(', or ')}`,
    help: () => 'add a row or a column for it; several values of one row have `,` between them',
    page: {
      why: 'A matrix is read as complete: a case that it leaves out is graded by whoever takes the call.',
      wrong: matrix('  all   P1 | P2\n'),
      right: matrix('  all   P1 | P2\n  some  P2 | P2\n'),
    },
  }),
  'severity/matrix-row': error<{ cells: number; columns: number }>({
    message: ({ cells, columns }) =>
      `the row has ${cells} ${cells === 1 ? 'severity' : 'severities'} for ${columns} ${columns === 1 ? 'column' : 'columns'}`,
    help: () => 'write one severity a column, with `|` between them',
    page: {
      why: 'With a severity too few or too many nobody can say which column the others stand in.',
      wrong: matrix('  all   P1 | P2\n  some  P2\n'),
      right: matrix('  all   P1 | P2\n  some  P2 | P2\n'),
    },
  }),
  'severity/matrix-of-one-fact': error<{ fact: string }>({
    message: ({ fact }) => `the matrix has \`${fact}\` in its rows and in its columns`,
    help: () =>
      'set two facts against each other, or give each severity its condition: `P1 … when impact = all`',
    page: {
      why: 'A ticket has one value of a fact, so only one cell of each row could ever hold.',
      wrong: matrix('  all   P1 | P2\n  some  P2 | P2\n')
        .replace('by urgency', 'by impact')
        .replace('high | low', 'all | some'),
      right: matrix('  all   P1 | P2\n  some  P2 | P2\n'),
    },
  }),
  'severity/matrix-and-condition': error<{ severity: string }>({
    message: ({ severity }) => `\`${severity}\` has a condition, and the matrix says which tickets are of it`,
    help: () =>
      'keep one of the two; what holds beyond the matrix is a rule: `rule "…" when … then severity at most P2`',
    page: {
      why: 'Two answers to the question of how severe a ticket is are one too many.',
      wrong: matrix('  all   P1 | P2\n  some  P2 | P2\n').replace(
        '"anything else"',
        '"anything else"  otherwise',
      ),
      right: matrix('  all   P1 | P2\n  some  P2 | P2\n'),
    },
  }),
  'facts/wrong-test': error<{ problem: string; expected: string }>({
    message: ({ problem }) => problem,
    // A value that is missing where the fact is declared is one mistake, however often it is tested.
    saidOnce: true,
    help: ({ expected }) => `write ${expected}`,
    page: {
      why: 'A fact has the values it was declared with; a test for another one would never hold.',
      wrong: `facts {\n  impact  one of all, many\n}\n\n${desk('4 h').replace('work"', 'work"  when impact = everyone')}`,
      right: `facts {\n  impact  one of all, many\n}\n\n${desk('4 h').replace('work"', 'work"  when impact = all')}`,
    },
  }),
  'clock/no-start': error<{ metric: string }>({
    message: ({ metric }) => `the clock of \`${metric}\` never starts`,
    help: () => 'write `starts on opened`, or the event that starts it',
    page: {
      why: 'Whether time runs from the opening, from a complete description or from the hand-over is worth days.',
      wrong: desk('4 h').replace('  starts  on opened\n', ''),
      right: desk('4 h'),
    },
  }),
  'clock/no-stop': error<{ metric: string }>({
    message: ({ metric }) => `the clock of \`${metric}\` never stops`,
    help: () => 'write `stops on` and the events that count, such as `reply` or `resolved`',
    page: {
      why: 'An automatic mail, an assignment or a call: what stops the clock decides whether the promise was kept.',
      wrong: desk('4 h').replace('  stops   on reply\n', ''),
      right: desk('4 h'),
    },
  }),
};
