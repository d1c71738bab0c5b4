import { groupDigits } from '../../text/group-digits.ts';
import { didYouMean, error, warning } from '../define.ts';

export const simulation = `simulation "A desk" {
  contract  "desk.plan"
  plans     Basic
  span      2026-03-02 .. 2026-03-29 in Europe/Berlin
  seed      1
  runs      2

  arrivals "tickets" {
    rate        40 per week
    hours {
      Mon..Sun  1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1
    }
    severities  P1 10, P2 90
  }

  work "answer" stops respond at end {
    otherwise  exponential mean 30 min
  }

  desk {
    team "First line" 2 agents in 24x7
    takes by severity, then deadline
  }
}
`;

function withHolidays(years: string): string {
  const quiet = simulation.replace('    severities', '    holidays    Off at 20%\n    severities');
  return `${quiet}\nholidays Off {\n  source "the office"\n  covers ${years}\n  2025-12-25 "Christmas"\n}\n`;
}

/** What a simulation cannot do without, each as it may read. */
const EXAMPLES = {
  simulation: 'simulation "A desk" { … }',
  contract: 'contract "desk.plan"',
  plans: 'plans Basic, Premium',
  span: 'span 2026-03-02 .. 2026-03-29 in Europe/Berlin',
  seed: 'seed 1',
  arrivals: 'arrivals "tickets" { … }',
  rate: 'rate 40 per week',
  hours: 'pattern office',
  severities: 'severities P1 10%, P2 90%',
  work: 'work "answer" stops respond at end { otherwise exponential mean 30 min }',
  desk: 'desk { … }',
  team: 'team "First line" 2 agents in Office',
  takes: 'takes by severity, then deadline',
  from: 'from 2026-03-10 to 2026-03-12',
  brings: 'brings 300 tickets',
  log: 'log "tickets.csv" by "tickets.map.json" resampled by week',
} as const;

type Missing = keyof typeof EXAMPLES;

/** A name as it is written in a file: in quotes where it is no single word. */
function quotedName(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_-]*$/u.test(name) ? name : `"${name}"`;
}

/** Findings about simulations. */
export const simulationDiagnostics = {
  'simulation/incomplete': error<{ missing: Missing; of: string; names?: readonly string[] }>({
    message: ({ missing, of }) => `${of} has no \`${missing}\``,
    help: ({ missing, names = [] }) =>
      names.length > 0
        ? `add it, for example \`${missing} ${names.map((name, i) => `${quotedName(name)} ${i + 1}0`).join(', ')}\`; only their ratios matter`
        : `add it, for example \`${EXAMPLES[missing]}\`${missing === 'hours' ? ', or weights: `hours { Mon..Fri 0 0 0 0 0 0 0 1 4 6 6 5 4 5 5 4 3 2 1 0 0 0 0 0; … }`' : ''}`,
    page: {
      why: 'A run needs to know which plans, which tickets, which desk and which seed, so that it can be repeated.',
      wrong: simulation.replace('  seed      1\n', ''),
      right: simulation,
    },
  }),
  'simulation/clause-twice': error<{ clause: string }>({
    message: ({ clause }) => `\`${clause}\` is said twice`,
    help: () => 'keep the one that holds',
    page: {
      why: 'Of two answers to one question nobody knows which holds.',
      wrong: simulation.replace('seed      1', 'seed      1\n  seed      2'),
      right: simulation,
    },
  }),
  'simulation/not-elapsed': error<{ unit: string }>({
    message: ({ unit }) => `\`${unit}\` is no elapsed time`,
    help: () => 'write seconds, minutes, hours, `calendar days` or `weeks`',
    page: {
      why: 'Work and waiting are measured by a stopwatch; the desk’s shifts say when it runs.',
      wrong: simulation.replace('30 min', '2 business hours'),
      right: simulation,
    },
  }),
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
  'simulation/no-otherwise': error<{ step: string; severities: readonly string[] }>({
    message: ({ step, severities }) =>
      `\`${step}\` does not say how long it takes for ${severities.map((s) => `\`${s}\``).join(', ')}`,
    help: () => 'add a row for each, or an `otherwise` row',
    page: {
      why: 'Every ticket needs a time for every step it passes.',
      wrong: simulation.replace('otherwise  exponential', 'P1  exponential'),
      right: simulation,
    },
  }),
  'simulation/quantiles': error<{ problem: string }>({
    message: ({ problem }) => `the quantiles ${problem}`,
    help: () =>
      'write them from `0%` to `100%`, shares and times rising: `quantiles 0% 1 min, 50% 10 min, 100% 2 h`',
    page: {
      why: 'Quantiles describe the whole distribution, from its least value to its greatest.',
      wrong: simulation.replace('exponential mean 30 min', 'quantiles 0% 1 min, 50% 10 min'),
      right: simulation.replace('exponential mean 30 min', 'quantiles 0% 1 min, 50% 10 min, 100% 2 h'),
    },
  }),
  'simulation/lognormal': error<{ kind: string; problem: string }>({
    message: ({ kind, problem }) => `the ${kind} time ${problem}`,
    help: ({ kind }) => `write \`${kind} median 10 min, 90% within 40 min\`, the second above the first`,
    page: {
      why: 'A lognormal or Weibull time is fixed by its median and the bound below which 90 % lie.',
      wrong: simulation.replace('exponential mean 30 min', 'lognormal median 40 min, 90% within 10 min'),
      right: simulation.replace('exponential mean 30 min', 'lognormal median 10 min, 90% within 40 min'),
    },
  }),
  'simulation/range-missing': error<Record<never, never>>({
    message: () => 'a uniform time needs two bounds',
    help: () => 'write `uniform 10 to 30 min`',
    page: {
      why: 'A uniform time lies between two bounds.',
      wrong: simulation.replace('exponential mean 30 min', 'uniform 30 min'),
      right: simulation.replace('exponential mean 30 min', 'uniform 10 to 30 min'),
    },
  }),
  'simulation/warm-up-too-long': error<{ days: number; span: number }>({
    message: ({ days, span }) =>
      `the warm-up of ${String(days)} days leaves nothing of a span of ${String(span)} ${span === 1 ? 'day' : 'days'}`,
    help: () => 'lengthen the span, or shorten the warm-up',
    page: {
      why: 'Tickets of the warm-up are worked and not counted; a span that holds no other tickets answers nothing.',
      wrong: simulation.replace('seed      1', 'warm-up   4 weeks\n  seed      1'),
      right: simulation.replace('seed      1', 'warm-up   1 week\n  seed      1'),
    },
  }),
  'simulation/unknown-part': error<{ part: string; nearest: string | null; known: readonly string[] }>({
    message: ({ part }) => `no answer has a part \`${part}\``,
    help: ({ nearest, known }) => didYouMean(nearest) ?? `write some of ${known.join(', ')}`,
    page: {
      why: 'What a simulation reports at length is chosen from the parts of its answer.',
      wrong: simulation.replace('  runs      2\n', '  runs      2\n  report    misses\n'),
      right: simulation.replace('  runs      2\n', '  runs      2\n  report    breaches\n'),
    },
  }),
  'simulation/not-a-count': error<{ what: string; value: string }>({
    message: ({ what, value }) => `\`${value}\` is no number of ${what}`,
    help: ({ what }) =>
      what === 'runs'
        ? 'write a whole number from 1 to 65536'
        : `write a whole number from ${what === 'seeds' || what === 'tickets' ? '0' : '1'} on`,
    page: {
      why: 'Agents, runs and seeds are whole numbers.',
      wrong: simulation.replace('runs      2', 'runs      0'),
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
  'simulation/data-file': error<{ file: string; problem: string; help: string | null }>({
    message: ({ file, problem }) => `\`${file}\`: ${problem}`,
    help: ({ help }) => help ?? 'name a file by its path from the simulation',
    page: {
      why: 'Times and tickets of a file are part of the simulation: without them it would be another one.',
      wrong: simulation.replace('exponential mean 30 min', 'from "times.csv" column minutes'),
      right: simulation,
    },
  }),
  'simulation/unit-of-column': error<{ column: string; unit: string | null }>({
    message: ({ column, unit }) =>
      unit === null
        ? `nothing says in which unit the numbers of \`${column}\` are`
        : `\`${unit}\` is no unit of elapsed time`,
    help: ({ column }) =>
      `write \`column ${/^\w+$/.test(column) ? column : `"${column}"`} in minutes\`: seconds, minutes or hours`,
    page: {
      why: 'A column that is not called by its unit may hold seconds as well as hours.',
      wrong: simulation.replace('exponential mean 30 min', 'from "times.csv" column effort'),
      right: simulation,
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
  'simulation/shift-by-region': error<{ calendar: string }>({
    message: ({ calendar }) =>
      `the hours of \`${calendar}\` depend on the ticket, and a team works the same shift for all`,
    help: () => 'declare a calendar with a zone of its own for the shift',
    page: {
      why: 'A shift begins and ends at one instant for the whole team, whatever ticket it works on.',
      wrong: `${simulation.replace('in 24x7', 'in Local')}\ncalendar Local {\n  zone      of region\n  open      Mon..Fri 09:00-17:00\n  holidays  none\n}\n`,
      right: `${simulation.replace('in 24x7', 'in Local')}\ncalendar Local {\n  zone      Europe/Berlin\n  open      Mon..Fri 09:00-17:00\n  holidays  none\n}\n`,
    },
  }),
  'simulation/of-the-contract': error<{ declaration: string }>({
    message: ({ declaration }) =>
      `\`${declaration}\` is for the contract to say, and is not heard in a simulation`,
    help: () =>
      'move it into the contract that the simulation names; calendars and holiday sets for shifts may stand here',
    page: {
      why: 'A simulation plays tickets against a contract as it is: what it changed by itself would be measured and promised nowhere.',
      wrong: `${simulation}\nchannel  fax  "to the duty office"\n`,
      right: simulation,
    },
  }),
  'simulation/team-narrowed': error<{ team: string; fact: string; names: string }>({
    message: ({ team, fact, names }) =>
      `the team \`${team}\` cannot be kept to \`${fact} ${names}\`: no tickets that arrive say their \`${fact}\``,
    help: ({ fact, names }) =>
      `let some say it (\`fact ${fact} ${names} 40%, …\` of arrivals), or narrow the team to a region, severity, channel or type`,
    page: {
      why: 'A team that takes what it was not meant to take makes waiting times look shorter than they will be.',
      wrong: simulation.replace('in 24x7', 'in 24x7 for language German'),
      right: simulation.replace('in 24x7', 'in 24x7 for P1, P2'),
    },
  }),
  'simulation/team-twice': error<{ team: string }>({
    message: ({ team }) => `the desk has two teams \`${team}\``,
    help: () => 'give each its own name, or add up their agents',
    page: {
      why: 'Work, shrinkage and the end of a shift go by the name of a team.',
      wrong: simulation.replace('    takes', '    team "First line" 1 agents in 24x7\n    takes'),
      right: simulation.replace('    takes', '    team "Second line" 1 agents in 24x7\n    takes'),
    },
  }),
  'simulation/unknown-team': error<{ team: string; nearest: string | null; known: readonly string[] }>({
    message: ({ team }) => `the desk has no team \`${team}\``,
    help: ({ nearest, known }) =>
      didYouMean(nearest) ?? `it has ${known.map((name) => `\`${name}\``).join(', ')}`,
    page: {
      why: 'Work that is given to a team that does not exist would wait for ever.',
      wrong: simulation.replace('"answer"', '"answer" by "Fist line"'),
      right: simulation.replace('"answer"', '"answer" by "First line"'),
    },
  }),
  'simulation/no-line': error<{ clause: string }>({
    message: ({ clause }) => `\`${clause}\` means nothing where agents take all tickets at once`,
    help: () =>
      'leave it out, or have agents take one ticket after the other: `takes by severity, then arrival`',
    page: {
      why: 'Whose agents have all tickets in work at once has no line in which a ticket waits, is turned away or is overtaken, and no single agent who would keep it when the shift ends.',
      wrong: simulation.replace(
        'takes by severity, then deadline',
        'takes all at once\n    room for 5 waiting',
      ),
      right: simulation.replace('takes by severity, then deadline', 'takes all at once'),
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
  'simulation/unknown-step': error<{ step: string; nearest: string | null; known: readonly string[] }>({
    message: ({ step }) => `no step before this one is \`${step}\``,
    help: ({ nearest, known }) =>
      didYouMean(nearest) ??
      (known.length === 0
        ? 'move it behind the step that it follows'
        : `before it come ${known.map((name) => `\`${name}\``).join(', ')}`),
    page: {
      why: 'A ticket passes its steps in the order in which they are written, so only an earlier one can decide whether this one comes.',
      wrong: simulation.replace(
        '  desk {',
        '  work "report" after "anwser" {\n    otherwise  fixed 5 min\n  }\n\n  desk {',
      ),
      right: simulation.replace(
        '  desk {',
        '  work "report" after "answer" {\n    otherwise  fixed 5 min\n  }\n\n  desk {',
      ),
    },
  }),
  'simulation/idle-team': warning<{ team: string }>({
    message: ({ team }) => `no work ever comes to the team \`${team}\``,
    help: ({ team }) => `name it in a step, \`work "…" by "${team}"\`, or leave it out`,
    page: {
      why: 'Where every step says who does it, a team that none of them names costs money and does nothing.',
      wrong: simulation
        .replace('"answer"', '"answer" by "First line"')
        .replace('    takes', '    team "Second line" 1 agents in 24x7\n    takes'),
      right: simulation
        .replace('"answer"', '"answer" by "First line", "Second line"')
        .replace('    takes', '    team "Second line" 1 agents in 24x7\n    takes'),
    },
  }),
  'simulation/unserved': warning<{ step: string; kinds: readonly string[]; others: number }>({
    message: ({ step, kinds, others }) =>
      `no team does \`${step}\` for tickets of ${kinds.join('; or ')}${others === 0 ? '' : `; and ${groupDigits(others)} further kinds`}`,
    help: () => 'they are never finished: add a team that serves them, or widen the `for` of one',
    page: {
      why: 'A ticket that none of the teams of a step serves waits for ever, and its promises count as missed; each team may be right by itself, and nobody left for what lies between them.',
      wrong: simulation.replace('24x7', '24x7 for P1'),
      right: simulation.replace('24x7', '24x7 for P1\n    team "Second line" 1 agents in 24x7 for P2'),
    },
  }),
  'simulation/wait-by-team': error<{ wait: string }>({
    message: ({ wait }) => `nobody of the desk works while a ticket waits in \`${wait}\``,
    help: () => 'leave the teams out, or write `work` instead of `wait`',
    page: {
      why: 'A wait takes no agent, so no team can be busy with it.',
      wrong: simulation.replace(
        '  desk {',
        '  wait "for parts" by "First line" {\n    otherwise  fixed 2 h\n  }\n\n  desk {',
      ),
      right: simulation.replace(
        '  desk {',
        '  work "fitting" by "First line" {\n    otherwise  fixed 2 h\n  }\n\n  desk {',
      ),
    },
  }),
  'simulation/mixture': error<{ sum: number }>({
    message: ({ sum }) => `the shares of the times sum to ${sum}%, not to 100%`,
    help: () => 'let them sum to 100%: `70% fixed 10 min or 30% exponential mean 2 h`',
    page: {
      why: 'Each piece of work takes one of the times, so the shares leave nothing over.',
      wrong: simulation.replace('exponential mean 30 min', '70% fixed 10 min or 20% exponential mean 2 h'),
      right: simulation.replace('exponential mean 30 min', '70% fixed 10 min or 30% exponential mean 2 h'),
    },
  }),
  'simulation/shrinkage': error<{ share: string }>({
    message: ({ share }) => `with a shrinkage of ${share}% nobody is ever there`,
    help: () => 'write the share of the agents who are away on a day, below 100%: `shrinkage 12%`',
    page: {
      why: 'Shrinkage is the share of paid days on which an agent is ill, on holiday or in training.',
      wrong: simulation.replace('    takes', '    shrinkage 100%\n    takes'),
      right: simulation.replace('    takes', '    shrinkage 12%\n    takes'),
    },
  }),
  'simulation/handed-to-itself': error<{ team: string }>({
    message: ({ team }) => `the team \`${team}\` hands its work over to itself`,
    help: () => 'name other teams, or write `closing resume`: the agent goes on at the next opening',
    page: {
      why: 'What is handed over at the end of a shift is done by those whose shift begins or goes on.',
      wrong: simulation.replace('    takes', '    closing hand over to "First line"\n    takes'),
      right: simulation.replace(
        '    takes',
        '    team "Night" 1 agents in 24x7\n    closing of "First line" hand over to "Night"\n    takes',
      ),
    },
  }),
  'simulation/weightless': error<{ severities: readonly string[] }>({
    message: ({ severities }) =>
      `\`takes by age\` does not weigh the age of ${severities.map((s) => `\`${s}\``).join(', ')}`,
    help: () => 'give each severity a weight above 0: `takes by age weighed P1 8, P2 1`',
    page: {
      why: 'A ticket whose age weighs nothing would never be taken while others wait.',
      wrong: simulation.replace('takes by severity, then deadline', 'takes by age weighed P1 8'),
      right: simulation.replace('takes by severity, then deadline', 'takes by age weighed P1 8, P2 1'),
    },
  }),
  'simulation/unknown-size': error<{ size: string; nearest: string | null; known: readonly string[] }>({
    message: ({ size }) => `no price of the contract is for each of \`${size}\``,
    help: ({ nearest, known }) =>
      didYouMean(nearest) ??
      (known.length === 0
        ? 'leave it out: nothing of the contract is paid for each of something'
        : `its prices know ${known.map((name) => `\`${name}\``).join(', ')}`),
    page: {
      why: 'A size that no price knows would change nothing, and a price that was meant would be missing.',
      wrong: simulation.replace('seed      1', 'customer  40 users\n  seed      1'),
      right: simulation.replace('seed      1', 'customer\n  seed      1'),
    },
  }),
  'simulation/unknown-sum': error<{ sum: string; known: readonly string[] }>({
    message: ({ sum }) => `no price of the contract is a share of \`${sum}\``,
    help: ({ known }) =>
      known.length === 0
        ? 'leave it out: no price of the contract is a share of a sum'
        : `write the contract's own words: ${known.map((words) => `\`"${words}"\``).join(', ')}`,
    page: {
      why: 'A sum is said in the words of the price that is a share of it.',
      wrong: simulation.replace('seed      1', 'customer  "monthly charges" EUR 12000\n  seed      1'),
      right: simulation.replace('seed      1', 'customer\n  seed      1'),
    },
  }),
  'simulation/not-sold': error<{ text: string; nearest: string | null; known: readonly string[] }>({
    message: ({ text, known }) =>
      known.includes(text)
        ? `\`${text}\` is not sold in such a number`
        : `the contract sells no option and no pack \`${text}\``,
    help: ({ text, nearest, known }) =>
      known.includes(text)
        ? `an option is booked once, and of a pack there is a whole number: \`with "${text}"\``
        : (didYouMean(nearest) ??
          (known.length === 0
            ? 'leave it out: the contract sells nothing beside its plans'
            : `it has ${known.map((each) => `\`${each}\``).join(', ')}`)),
    page: {
      why: 'What a customer books has a price in the contract, under the same words.',
      wrong: simulation.replace('seed      1', 'customer  with "nights"\n  seed      1'),
      right: simulation.replace('seed      1', 'customer\n  seed      1'),
    },
  }),
  'simulation/no-share': error<{ share: string }>({
    message: ({ share }) => `\`${share}%\` is no share of tickets that anybody needs`,
    help: () => 'write a share above 0 and up to 100: `needs respond 95% within 1 h`',
    page: {
      why: 'A need says of which share of its tickets it has to hold.',
      wrong: simulation.replace('seed      1', 'needs     respond 0% within 1 h\n  seed      1'),
      right: simulation.replace('seed      1', 'needs     respond 95% within 1 h\n  seed      1'),
    },
  }),
  'simulation/pay-per-hour': error<{ per: string }>({
    message: ({ per }) => `an agent is not paid per \`${per}\` here`,
    help: () => 'write what an hour of an agent costs: `at EUR 55 per hour`',
    page: {
      why: 'The cost of a desk is that of the hours of its shifts, and of those behind their end.',
      wrong: simulation.replace('in 24x7', 'in 24x7 at EUR 4000 per month'),
      right: simulation.replace('in 24x7', 'in 24x7 at EUR 55 per hour'),
    },
  }),
  'simulation/wait-of-activity': error<{ wait: string; activity: string }>({
    message: ({ wait, activity }) =>
      `nobody works during the wait \`${wait}\`, so it is not of \`${activity}\``,
    help: () => 'leave it out, or write `work` in place of `wait`',
    page: {
      why: 'What a customer is charged for is work; a wait takes nobody.',
      wrong: simulation.replace(
        '  desk {',
        '  wait "for the customer" of resolve in 20% {\n    otherwise fixed 1 h\n  }\n\n  desk {',
      ),
      right: simulation.replace(
        '  desk {',
        '  wait "for the customer" in 20% {\n    otherwise fixed 1 h\n  }\n\n  desk {',
      ),
    },
  }),
  'simulation/interrupts-first': error<Record<never, never>>({
    message: () => 'tickets that interrupt others are not taken before them',
    help: () => 'write `takes by severity` first, and what decides between equals behind it',
    page: {
      why: 'An agent who drops a ticket for a more severe one takes the more severe one first anyway.',
      wrong: simulation.replace(
        'takes by severity, then deadline',
        'takes by arrival\n    interrupt for P1 then resume',
      ),
      right: simulation.replace(
        'takes by severity, then deadline',
        'takes by severity\n    interrupt for P1 then resume',
      ),
    },
  }),
};
