import { groupDigits } from '../../text/group-digits.ts';
import { didYouMean, error, warning } from '../define.ts';
import { quotedName } from './quoted-name.ts';
import { simulation } from './simulation-example.ts';

function withHolidays(years: string): string {
  const quiet = simulation.replace('    severities', '    holidays    Off at 20%\n    severities');
  return `${quiet}\nholidays Off {\n  source "the office"\n  covers ${years}\n  2025-12-25 "Christmas"\n}\n`;
}

/** Findings about the tickets that arrive in a simulation. */
export const arrivalsDiagnostics = {
  'simulation/hours-row': error<{ count: number }>({
    message: ({ count }) => `a row of hours has 24 weights, this one has ${count}`,
    help: () => 'write one number for each hour from 0 to 23',
    page: {
      why: 'Each hour of the day has its own weight, and only their ratios matter.',
      wrong: simulation.replace('Mon..Sun  1 1', 'Mon..Sun  1'),
      right: simulation,
    },
  }),
  'simulation/hours-incomplete': error<{ days: string }>({
    message: ({ days }) => `the hours do not say ${days} exactly once`,
    help: () => 'give each weekday one row; a day without tickets is a row of zeros',
    page: {
      why: 'Whether a day that is missing has no tickets or was forgotten cannot be told.',
      wrong: simulation.replace('Mon..Sun', 'Mon..Sat'),
      right: simulation,
    },
  }),
  'simulation/no-weight': error<{ what: string }>({
    message: ({ what }) => `${what} come to nothing`,
    help: () => 'at least one weight is above zero',
    page: {
      why: 'Shares of nothing cannot be drawn.',
      wrong: simulation.replace('P1 10, P2 90', 'P1 0, P2 0'),
      right: simulation,
    },
  }),
  'simulation/no-region': error<{ stream: string; regions: readonly string[] }>({
    message: ({ stream }) =>
      `the arrivals \`${stream}\` do not say their region, and the contract has regions`,
    help: ({ regions }) =>
      `add ${regions.map((name) => `\`region ${quotedName(name)}\``).join(' or ')} to them${regions.length > 1 ? `, or \`regions\` with the share of each` : ''}`,
    page: {
      why: 'Where a contract has regions, a ticket without one has no hours and no promise.',
      wrong: simulation,
      right: simulation.replace('rate  ', 'region      EMEA\n    rate  '),
    },
  }),
  'simulation/hours-and-pattern': error<{ pattern: string }>({
    message: ({ pattern }) => `\`pattern ${pattern}\` says again what \`hours\` say`,
    help: () => 'keep the one that holds',
    page: {
      why: 'A pattern is hours that have a name: it stands in place of weights that nobody has counted.',
      wrong: simulation.replace('    severities', '    pattern     office\n    severities'),
      right: simulation,
    },
  }),
  'simulation/too-many-tickets': error<{ tickets: number; most: number }>({
    message: ({ tickets, most }) =>
      `this brings about ${groupDigits(Math.round(tickets))} tickets in the span, and a run has room for ${groupDigits(most)}`,
    help: () => 'is the rate per week, rather than per hour or year? else play a shorter span',
    page: {
      why: 'Tickets of a run are all kept until it is judged, so there is an end to how many there may be.',
      wrong: simulation.replace('40 per week', '40000000 per week'),
      right: simulation,
    },
  }),
  'simulation/holidays-end': error<{ set: string; year: number; fromYear: number; toYear: number }>({
    message: ({ set, year, fromYear, toYear }) =>
      `the holidays \`${set}\` are known from ${fromYear} to ${toYear}, and the span meets ${year}`,
    help: () => 'let the set tell more years, or the span end before',
    page: {
      why: 'A year whose holidays are not written down looks like one without any, and brings tickets on days off.',
      wrong: withHolidays('2024..2025'),
      right: withHolidays('2024..2026'),
    },
  }),
  'simulation/growth': error<{ problem: string }>({
    message: ({ problem }) => problem,
    help: () => 'write `growth 2% per month`, or `decline 10% per year`',
    page: {
      why: 'Growth is so many per cent each week, month or year, on top of what came before; a decline leaves something.',
      wrong: simulation.replace('    severities', '    growth      2% per quarter\n    severities'),
      right: simulation.replace('    severities', '    growth      2% per month\n    severities'),
    },
  }),
  'simulation/bursts': error<{ problem: string }>({
    message: ({ problem }) => problem,
    help: () => 'write `bursts of 3 h every 2 weeks at 4x`: how long one lasts, and from one to the next',
    page: {
      why: 'Bursts and the times between them take turns, and both have a length. The mean over all time stays what the rate says.',
      wrong: simulation.replace(
        '    severities',
        '    bursts      of 2 weeks every 3 h at 4x\n    severities',
      ),
      right: simulation.replace(
        '    severities',
        '    bursts      of 3 h every 2 weeks at 4x\n    severities',
      ),
    },
  }),
  'simulation/event-outside': warning<{ event: string; span: string }>({
    message: ({ event, span }) => `\`${event}\` is over before ${span} begins, or begins after it`,
    help: () => 'move the event into the span, or take it out',
    page: {
      why: 'Only what comes within the span is simulated, so such an event brings nothing.',
      wrong: simulation.replace(
        '    severities',
        '    event "release" {\n      from    2025-03-10 to 2025-03-12\n      brings  30 tickets\n    }\n    severities',
      ),
      right: simulation.replace(
        '    severities',
        '    event "release" {\n      from    2026-03-10 to 2026-03-12\n      brings  30 tickets\n    }\n    severities',
      ),
    },
  }),
  'simulation/log-and-rate': error<{ clause: string }>({
    message: ({ clause }) =>
      `tickets of a log bring their own times and kinds, and \`${clause}\` would say them again`,
    help: () => 'take the clause out, or give it to a stream of its own',
    page: {
      why: 'The tickets of a history are taken as they are, each with its own kinds; whatever else comes is another stream.',
      wrong: simulation.replace(
        '    rate ',
        '    log "tickets.csv" by "tickets.map.json" as written\n    rate ',
      ),
      right: simulation,
    },
  }),
  'simulation/rate': error<{ per: string; nearest: string | null }>({
    message: ({ per }) => `a rate \`per ${per}\` is not understood`,
    help: ({ nearest }) => didYouMean(nearest) ?? 'write `40 per week`, `6 per day` or `2 per hour`',
    page: {
      why: 'Arrivals are counted by the week, the day or the hour, and spread over the hours given.',
      wrong: simulation.replace('per week', 'per fortnight'),
      right: simulation,
    },
  }),
  'simulation/unknown-stream': error<{ stream: string; nearest: string | null; known: readonly string[] }>({
    message: ({ stream }) => `no arrivals before these are \`${stream}\``,
    help: ({ nearest, known }) =>
      didYouMean(nearest) ??
      (known.length === 0
        ? 'move them behind those that they extend'
        : `before them come ${known.map((name) => `\`${name}\``).join(', ')}`),
    page: {
      why: 'Arrivals that extend others say what is different of them; the others say the rest, and stand before them.',
      wrong: simulation.replace(
        '  work',
        '  arrivals "in Asia" extends "tickest" {\n    rate 20 per week\n  }\n\n  work',
      ),
      right: simulation.replace(
        '  work',
        '  arrivals "in Asia" extends "tickets" {\n    rate 20 per week\n  }\n\n  work',
      ),
    },
  }),
  'simulation/extends-log': error<{ stream: string }>({
    message: ({ stream }) => `the tickets of \`${stream}\` come from a log, which says all of them`,
    help: () => 'write a block of its own, with `rate`, `hours` and `severities`',
    page: {
      why: 'The tickets of a log would come twice, or a log would stand beside a rate.',
      wrong: simulation.replace(
        '  work',
        '  arrivals "in Asia" extends "tickets" {\n    log "tickets.csv" by "tickets.map.json" as written\n  }\n\n  work',
      ),
      right: simulation.replace(
        '  work',
        '  arrivals "in Asia" extends "tickets" {\n    rate 20 per week\n  }\n\n  work',
      ),
    },
  }),
};
