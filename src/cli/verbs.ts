import type { Verb } from './verb.ts';

export interface VerbEntry {
  readonly name: string;
  readonly summary: string;
  /** Loads the verb's code, which is a chunk of its own in the bundle: a verb pays for what it uses. */
  readonly load: () => Promise<Verb>;
}

/** Every verb, in the order of the help: from writing a contract to playing it. */
export const VERBS: readonly VerbEntry[] = [
  {
    name: 'init',
    summary: 'write a first contract, with comments that teach',
    load: async () => (await import('./commands/init.ts')).init,
  },
  {
    name: 'check',
    summary: 'find what is wrong, missing or left open in contracts',
    load: async () => (await import('./commands/check.ts')).check,
  },
  {
    name: 'explain',
    summary: 'the page of a finding: wrong, why, right',
    load: async () => (await import('./commands/explain.ts')).explain,
  },
  {
    name: 'fmt',
    summary: 'lay contracts out in one canonical form',
    load: async () => (await import('./commands/fmt.ts')).fmt,
  },
  {
    name: 'test',
    summary: 'run the scenarios that contracts state',
    load: async () => (await import('./commands/test.ts')).test,
  },
  {
    name: 'due',
    summary: 'the deadlines of one ticket',
    load: async () => (await import('./commands/due.ts')).due,
  },
  {
    name: 'track',
    summary: 'whole ticket histories, JSON Lines in, a verdict for each ticket out',
    load: async () => (await import('./commands/track.ts')).track,
  },
  {
    name: 'why',
    summary: 'the accounting of one deadline: each stretch of time, counted or not, and by which clause',
    load: async () => (await import('./commands/why.ts')).why,
  },
  {
    name: 'calendar',
    summary: 'opening hours as people look at them, and answers about open time in bulk',
    load: async () => (await import('./commands/calendar.ts')).calendar,
  },
  {
    name: 'compare',
    summary: 'plans side by side: worst, mean and best wait of each promise, over every instant of opening',
    load: async () => (await import('./commands/compare.ts')).compare,
  },
  {
    name: 'prove',
    summary: 'that one promise is never later than another, or the ticket that refutes it',
    load: async () => (await import('./commands/prove.ts')).prove,
  },
  {
    name: 'quote',
    summary: "what each plan costs for a customer's size and options, with the invoices",
    load: async () => (await import('./commands/quote.ts')).quote,
  },
  {
    name: 'compile',
    summary: 'write the compiled plan of a contract, as JSON that other verbs and programs load',
    load: async () => (await import('./commands/compile.ts')).compile,
  },
  {
    name: 'simulate',
    summary: "play a customer's tickets against plans",
    load: async () => (await import('./commands/simulate.ts')).simulate,
  },
  {
    name: 'merge',
    summary: 'join runs of a simulation that were done in parts',
    load: async () => (await import('./commands/merge.ts')).merge,
  },
  {
    name: 'replay',
    summary: 'hold a real history against plans',
    load: async () => (await import('./commands/replay.ts')).replay,
  },
  {
    name: 'fit',
    summary: 'a simulation out of a real history, and how near it comes',
    load: async () => (await import('./commands/fit.ts')).fit,
  },
  {
    name: 'lock',
    summary: 'pin holiday files and time-zone data, so that check says what a change of them moves',
    load: async () => (await import('./commands/lock.ts')).lock,
  },
  {
    name: 'holidays',
    summary: 'write a holiday set of a country as a file to review',
    load: async () => (await import('./commands/holidays.ts')).holidays,
  },
];
