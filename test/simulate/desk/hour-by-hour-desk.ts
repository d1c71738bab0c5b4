/**
 * The desk once more, slow and plain: it walks the hours, and at each hour does what the rules say. It shares nothing
 * with the desk that is shipped but the words for its input.
 */
import type { DeskStep } from '../../../src/simulate/desk/run-desk.ts';
import type { SmallTicket } from './small-desk.ts';

export interface PlainTeam {
  readonly agents: number;
  /** Open hours, `[from, to)`. */
  readonly stretches: readonly (readonly [number, number])[];
}

type Place =
  | { readonly kind: 'not opened' | 'in line' | 'done' }
  | { readonly kind: 'away'; readonly until: number }
  | { readonly kind: 'in work'; readonly team: number; left: number };

export interface PlainResult {
  readonly stopped: readonly (readonly number[])[];
  readonly finished: readonly number[];
}

export function walkHours(
  teams: readonly PlainTeam[],
  tickets: readonly SmallTicket[],
  steps: readonly DeskStep[],
  until: number,
): PlainResult {
  const clocks = 1 + Math.max(...steps.map((step) => step.clock));
  const stopped = Array.from({ length: clocks }, () => tickets.map(() => NaN));
  const places: Place[] = tickets.map(() => ({ kind: 'not opened' }));
  const at: number[] = tickets.map(() => 0);

  const isOpen = (team: number, hour: number) =>
    (teams[team]?.stretches ?? []).some(([from, to]) => from <= hour && hour < to);
  const busy = (team: number) =>
    places.filter((place) => place.kind === 'in work' && place.team === team).length;
  const stop = (ticket: number, edge: 'start' | 'end', hour: number) => {
    const step = steps[at[ticket] ?? -1];
    const column = stopped[step?.clock ?? -1];
    if (step?.at === edge && column !== undefined && Number.isNaN(column[ticket])) column[ticket] = hour;
  };
  const goOn = (ticket: number, hour: number) => {
    while ((at[ticket] ?? 0) < steps.length && (tickets[ticket]?.takes[at[ticket] ?? 0] ?? null) === null)
      at[ticket]! += 1;
    const step = steps[at[ticket] ?? -1];
    if (step === undefined) places[ticket] = { kind: 'done' };
    else if (step.kind === 'work') places[ticket] = { kind: 'in line' };
    else {
      stop(ticket, 'start', hour);
      places[ticket] = { kind: 'away', until: hour + (tickets[ticket]?.takes[at[ticket] ?? 0] ?? 0) };
    }
  };

  /** Everything that happens by itself at the hour; whether anything did. */
  const happen = (hour: number): boolean => {
    let any = false;
    places.forEach((place, ticket) => {
      const opens = place.kind === 'not opened' && tickets[ticket]?.opened === hour;
      const ends =
        (place.kind === 'away' && place.until === hour) || (place.kind === 'in work' && place.left === 0);
      if (!opens && !ends) return;
      any = true;
      if (ends) {
        stop(ticket, 'end', hour);
        at[ticket]! += 1;
      }
      goOn(ticket, hour);
    });
    return any;
  };

  /** Free agents of open teams take what is most urgent; whether any did. */
  const assign = (hour: number): boolean => {
    let any = false;
    teams.forEach((team, index) => {
      while (isOpen(index, hour) && busy(index) < team.agents) {
        const [next] = [...tickets.keys()]
          .filter(
            (ticket) =>
              places[ticket]?.kind === 'in line' && (tickets[ticket]?.teams ?? [index]).includes(index),
          )
          .sort((a, b) => {
            const [x, y] = [tickets[a], tickets[b]];
            const [dueX, dueY] = [x?.deadline ?? Infinity, y?.deadline ?? Infinity];
            return (x?.urgency ?? 0) - (y?.urgency ?? 0) || (dueX === dueY ? a - b : dueX - dueY);
          });
        if (next === undefined) break;
        any = true;
        stop(next, 'start', hour);
        places[next] = { kind: 'in work', team: index, left: tickets[next]?.takes[at[next] ?? 0] ?? 0 };
      }
    });
    return any;
  };

  for (let hour = 0; hour <= until; hour += 1) {
    do while (happen(hour));
    while (assign(hour));
    for (const place of places) {
      if (place.kind === 'in work' && isOpen(place.team, hour)) place.left -= 1;
    }
  }
  return { stopped, finished: places.map((place) => (place.kind === 'done' ? 1 : 0)) };
}
