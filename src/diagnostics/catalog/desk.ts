import { groupDigits } from '../../text/group-digits.ts';
import { didYouMean, error, warning } from '../define.ts';
import { simulation } from './simulation-example.ts';

/** Findings about the desk of a simulation: its teams, and which ticket they take. */
export const deskDiagnostics = {
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
  'simulation/pay-per-hour': error<{ per: string }>({
    message: ({ per }) => `an agent is not paid per \`${per}\` here`,
    help: () => 'write what an hour of an agent costs: `at EUR 55 per hour`',
    page: {
      why: 'The cost of a desk is that of the hours of its shifts, and of those behind their end.',
      wrong: simulation.replace('in 24x7', 'in 24x7 at EUR 4000 per month'),
      right: simulation.replace('in 24x7', 'in 24x7 at EUR 55 per hour'),
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
};
