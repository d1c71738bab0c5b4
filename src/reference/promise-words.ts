import type { CheckedPromise } from '../check/model.ts';
import type { InstantMs } from '../time/types.ts';
import type { TicketLife } from './ticket-life.ts';

/** Equal words are equal promises: the same words in other hours are another, and so are those of another version. */
export function wordsOf(life: TicketLife, metric: string, start: InstantMs): string {
  const promise = life.targetOf(metric, start)?.promise ?? null;
  const hours = [...new Set(calendarsOf(promise))].map((name) => hoursOf(life, name));
  // What is counted from another promise changes with it.
  const other =
    promise?.kind === 'relative' && promise.of.kind === 'due'
      ? wordsOf(life, promise.of.metric, start)
      : null;
  return JSON.stringify([promise, hours, life.version, other]);
}

function calendarsOf(promise: CheckedPromise | null): readonly string[] {
  if (promise === null || promise.kind === 'word' || promise.kind === 'elapsed') return [];
  if (promise.kind === 'hours' || promise.kind === 'days') return [promise.calendar];
  if (promise.kind === 'pick') return promise.of.flatMap(calendarsOf);
  return [promise.hard, promise.soft].flatMap(calendarsOf);
}

/** What a calendar's hours are for a ticket, where they hang on what it is. */
function hoursOf({ contract, facts }: TicketLife, name: string): unknown {
  const body = contract.calendars.find((each) => each.name === name)?.body;
  if (body?.kind !== 'chosen') return name;
  const { severity, region, channel, type } = facts;
  const said = new Set(body.of.flatMap(({ when }) => when.facts.map(({ fact }) => fact)));
  const hangsOn = (dimension: 'severities' | 'regions' | 'channels' | 'types') =>
    body.of.some(({ when }) => when[dimension] !== null);
  return [
    name,
    hangsOn('severities') ? severity : null,
    hangsOn('regions') ? region : null,
    hangsOn('channels') ? channel : null,
    hangsOn('types') ? type : null,
    ...[...said].map((fact) => facts.facts.get(fact) ?? null),
  ];
}
