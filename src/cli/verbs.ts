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
    name: 'due',
    summary: 'the deadlines of one ticket',
    load: async () => (await import('./commands/due.ts')).due,
  },
  {
    name: 'calendar',
    summary: 'opening hours as people look at them, and answers about open time in bulk',
    load: async () => (await import('./commands/calendar.ts')).calendar,
  },
  {
    name: 'simulate',
    summary: "play a customer's tickets against plans",
    load: async () => (await import('./commands/simulate.ts')).simulate,
  },
  {
    name: 'replay',
    summary: 'hold a real history against plans',
    load: async () => (await import('./commands/replay.ts')).replay,
  },
  {
    name: 'holidays',
    summary: 'write a holiday set of a country as a file to review',
    load: async () => (await import('./commands/holidays.ts')).holidays,
  },
];
