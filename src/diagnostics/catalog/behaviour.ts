import { didYouMean, error, warning } from '../define.ts';
import { simulation } from './simulation-example.ts';

function withLine(line: string): string {
  return simulation.replace('  desk {', `  ${line}\n\n  desk {`);
}

/** Findings about what customers do in a simulation. */
export const behaviourDiagnostics = {
  'simulation/at-no-step': error<{ step: string; nearest: string | null; known: readonly string[] }>({
    message: ({ step }) => `the work has no step \`${step}\``,
    help: ({ nearest, known }) =>
      didYouMean(nearest) ?? `it has ${known.map((name) => `\`${name}\``).join(', ')}`,
    page: {
      why: 'What happens at a step of the work never happens where there is no such step.',
      wrong: withLine('raised in 5% of P2 to P1 at end of "anwser"'),
      right: withLine('raised in 5% of P2 to P1 at end of "answer"'),
    },
  }),
  'simulation/whose-hours': error<{ stream: string }>({
    message: ({ stream }) => `\`${stream}\` does not say in which hours its customers work`,
    help: () => 'say it in its block, `works in Office`, or name the calendar: `during Office`',
    page: {
      why: 'A reply of four hours that comes in the customer’s own hours may come tomorrow, and nobody guesses those hours.',
      wrong: withLine('raised in 5% of P2 to P1 after exponential mean 4 h during their hours'),
      right: withLine('raised in 5% of P2 to P1 after exponential mean 4 h during their hours').replace(
        '    severities',
        '    works in 24x7\n    severities',
      ),
    },
  }),
  'simulation/work-by-hours': error<{ work: string }>({
    message: ({ work }) => `\`${work}\` is work, which is done in the hours of its team`,
    help: () => 'leave `during` out, or write `wait` instead of `work`',
    page: {
      why: 'The shift of a team says when its agents work; only a wait for somebody else has hours of its own.',
      wrong: simulation.replace('stops respond at end', 'stops respond at end during 24x7'),
      right: simulation,
    },
  }),
  'simulation/work-until-described': error<{ what: 'work' | 'patience' | 'hours' }>({
    message: ({ what }) =>
      ({
        work: 'work takes its time, and does not end with a description',
        patience: 'who waits to be attended to does not wait for a description',
        hours: 'a wait until a ticket is described ends when it is, in whatever hours',
      })[what],
    help: ({ what }) =>
      ({
        work: 'let a step of its own wait before the work: `wait "for the description" { otherwise until described }`',
        patience: 'write how long it is: `exponential mean 20 min`',
        hours:
          'leave `during` out, and say there when it comes: `undescribed in 15% then described after exponential mean 4 h during their hours`',
      })[what],
    page: {
      why: 'Agents can begin once they know what it is about; how long they need then is another matter.',
      wrong: simulation.replace('exponential mean 30 min', 'until described'),
      right: simulation,
    },
  }),
  'simulation/never-described': error<{ stream: string | null; step: string | null }>({
    message: ({ stream, step }) =>
      stream === null
        ? 'no ticket is `undescribed`, so that nobody waits for a description'
        : step === null
          ? `tickets of \`${stream}\` that are \`undescribed\` are never described, and would wait for ever`
          : `tickets of \`${stream}\` are described by the step \`${step}\`, which does not come while they wait for that`,
    help: ({ stream }) =>
      `${stream === null ? 'leave the row out, or say' : 'say'} how many are, and when it comes: \`undescribed in 15% then described after exponential mean 4 h\``,
    page: {
      why: 'A wait until tickets are described ends at the moment that the line `undescribed` says, which has to come by itself.',
      wrong: simulation.replace(
        '  work',
        '  wait "for the description" {\n    otherwise until described\n  }\n\n  work',
      ),
      right: simulation.replace(
        '  work',
        '  wait "for the user" {\n    otherwise exponential mean 4 h\n  }\n\n  work',
      ),
    },
  }),
  'simulation/misjudged-rightly': error<{ severity: string }>({
    message: ({ severity }) =>
      `a ticket that is truly \`${severity}\` and reported as \`${severity}\` is not misjudged`,
    help: () => 'name what it truly is, then what it is reported as: `misjudged P2 as P1 in 8%`',
    page: {
      why: 'What is reported as what it is needs no line; the shares of the others leave it over.',
      wrong: withLine('misjudged P2 as P2 in 92%'),
      right: withLine('misjudged P2 as P1 in 8%'),
    },
  }),
  'simulation/shares-past-all': error<{ of: string; sum: number }>({
    message: ({ of, sum }) => `the shares of ${of} sum to ${sum}%, which is more than all of them`,
    help: () => 'let them sum to 100% at most; what is left over needs no line',
    page: {
      why: 'Each ticket is one of the cases, so that their shares cannot be more than the whole.',
      wrong: withLine('misjudged P2 as P1 in 60%, P2 as P1 in 50%'),
      right: withLine('misjudged P2 as P1 in 60%, P1 as P2 in 50%'),
    },
  }),
  'simulation/turned-the-wrong-way': error<{ does: 'raised' | 'lowered'; from: string; to: string }>({
    message: ({ does, from, to }) =>
      `\`${to}\` is not ${does === 'raised' ? 'more' : 'less'} severe than ${from === 'any' ? 'any severity' : `\`${from}\``}`,
    help: ({ does }) =>
      `write \`${does === 'raised' ? 'lowered' : 'raised'}\`, or another severity; the contract lists the most severe first`,
    page: {
      why: 'Raising a ticket makes it more severe. A contract treats that otherwise than lowering it.',
      wrong: withLine('raised in 5% of P1 to P2 at end of "answer"'),
      right: withLine('lowered in 5% of P1 to P2 at end of "answer"'),
    },
  }),
  'simulation/no-such-description': error<{ fact: string; known: readonly string[] }>({
    message: ({ fact, known }) =>
      known.includes(fact) || fact !== 'described'
        ? `\`${fact}\` is not a fact of yes or no`
        : 'the contract has no fact that says whether a ticket is described',
    help: ({ known }) =>
      known.length === 0
        ? 'leave the line out, or declare the fact in the contract: `described yes or no "what happens is described"`'
        : `name it: \`undescribed in 15% as not ${known[0] ?? ''}\``,
    page: {
      why: 'A ticket without a description is another ticket for the contract only where that speaks of it.',
      wrong: withLine('undescribed in 15% then described after exponential mean 4 h'),
      right: simulation,
    },
  }),
  'simulation/nobody-asks': error<Record<never, never>>({
    message: () => 'the contract asks the customer for nothing, so nobody agrees',
    help: () =>
      'leave the line out, or write the rule in the contract: `… then lower P1 to P2, if customer agrees`',
    page: {
      why: 'A customer agrees to what a rule asks; without such a rule the line would change no figure.',
      wrong: withLine('agrees in 70% after exponential mean 2 h'),
      right: simulation,
    },
  }),
  'simulation/lowered-unasked': warning<{ rule: string; event: string | null }>({
    message: ({ rule }) =>
      `these tickets are lowered without asking, although the rule "${rule}" asks the customer`,
    help: ({ event }) =>
      event === null
        ? 'leave it to the rule, and say how many customers agree: `agrees in 70% after exponential mean 2 h`'
        : `let happen what the rule waits for, \`happens ${event} in 10% at end of "…"\`, and say how many agree: \`agrees in 70% after exponential mean 2 h\``,
    page: {
      why: 'A contract that lowers a severity only with consent keeps the promise of the old one until it has it.',
      wrong: withLine('lowered in 10% of P1 to P2 at end of "answer"'),
      right: withLine(
        'happens restored partly in 10% of P1 at end of "answer"\n  agrees in 70% after exponential mean 2 h',
      ),
    },
  }),
  'simulation/reopens-no-clock': warning<Record<never, never>>({
    message: () => 'no clock of the contract goes on when a ticket is reopened',
    help: () =>
      'say in the contract what it does, `reopen within 7 calendar days continues`, or take it as work alone',
    page: {
      why: 'The work is done again, and takes the time of the desk; the promises stay as they were, met or missed.',
      wrong: withLine('reopened in 4% after exponential mean 20 h for "answer"'),
      right: simulation,
    },
  }),
};
