import { didYouMean, error } from '../define.ts';
import { quotedName } from './quoted-name.ts';
import { simulation } from './simulation-example.ts';

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

/** Findings about a simulation as a whole. */
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
};
