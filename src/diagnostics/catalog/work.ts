import { didYouMean, error } from '../define.ts';
import { simulation } from './simulation-example.ts';

/** Findings about the steps of the work in a simulation, and how long they take. */
export const workDiagnostics = {
  'simulation/not-elapsed': error<{ unit: string }>({
    message: ({ unit }) => `\`${unit}\` is no elapsed time`,
    help: () => 'write seconds, minutes, hours, `calendar days` or `weeks`',
    page: {
      why: 'Work and waiting are measured by a stopwatch; the desk’s shifts say when it runs.',
      wrong: simulation.replace('30 min', '2 business hours'),
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
};
