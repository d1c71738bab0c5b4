/**
 * The desk once more, slow and plain: it walks the hours, and at each hour does what the rules say. It shares nothing
 * with the desk that is shipped but the words for its input.
 */
import type { DeskStep, Fate } from '../../../src/simulate/desk/desk-model.ts';
import {
  hoursDrawn,
  teamsFor,
  type SmallResult,
  type SmallRules,
  type SmallTeam,
  type SmallTicket,
} from './small-desk.ts';

export interface PlainTeam extends Omit<SmallTeam, 'calendar'> {
  /** Open hours, `[from, to)`. */
  readonly stretches: readonly (readonly [number, number])[];
}

type Place =
  | { readonly kind: 'not opened' }
  | { readonly kind: 'in line'; readonly teams: readonly number[]; readonly left: number }
  | { readonly kind: 'away'; readonly until: number }
  /** `turn` counts all that was ever begun, so the highest was begun last. */
  | { readonly kind: 'in work'; readonly team: number; readonly turn: number; left: number; drawn: number }
  | { readonly kind: 'over'; readonly fate: Fate; readonly at: number };

export function walkHours(
  teams: readonly PlainTeam[],
  tickets: readonly SmallTicket[],
  steps: readonly DeskStep[],
  rules: SmallRules,
  until: number,
): SmallResult {
  const clocks = 1 + Math.max(...steps.map((step) => step.clock));
  const stopped = Array.from({ length: clocks }, () => tickets.map(() => NaN));
  const places: Place[] = tickets.map(() => ({ kind: 'not opened' }));
  /** Step that each ticket is in. */
  const at: number[] = tickets.map(() => 0);
  const everBegun = new Set<number>();
  const begunHere = new Set<number>();
  const drawn: number[] = tickets.map(() => 0);
  const lineOf: (readonly number[])[] = tickets.map(() => []);
  /** Hour at which a ticket that waits for its first work is given up; told once nobody took it as it came. */
  const givesUp = new Map<number, number>();
  let came: number[] = [];
  let turns = 0;

  const hoursFor = (ticket: number, step: number) => tickets[ticket]?.takes[step] ?? null;
  const wholeOf = (ticket: number) => hoursFor(ticket, at[ticket] ?? -1) ?? NaN;
  const urgencyOf = (ticket: number) => tickets[ticket]?.urgency ?? 0;
  const isOpen = (team: number, hour: number) =>
    (teams[team]?.stretches ?? []).some(([from, to]) => from <= hour && hour < to);
  const inWork = (team: number) =>
    [...tickets.keys()].filter((ticket) => {
      const place = places[ticket];
      return place?.kind === 'in work' && place.team === team;
    });
  const inLine = () => [...tickets.keys()].filter((ticket) => places[ticket]?.kind === 'in line');
  const thereOf = (team: number, hour: number) =>
    teams[team]?.there?.[Math.floor(hour / 10)] ?? teams[team]?.agents ?? 0;

  const stop = (ticket: number, edge: 'start' | 'end', hour: number) => {
    const here = at[ticket] ?? -1;
    const step = steps[here];
    const column = stopped[step?.clock ?? -1];
    if (step?.at !== edge || column === undefined) return;
    const again = steps.some(
      ({ clock }, later) => later > here && clock === step.clock && hoursFor(ticket, later) !== null,
    );
    if (!again) column[ticket] = hour;
  };
  const redraw = (ticket: number) => {
    drawn[ticket]! += 1;
    return hoursDrawn(rules, drawn[ticket] ?? NaN);
  };
  const joinLine = (ticket: number, line: readonly number[], left: number) => {
    lineOf[ticket] = line;
    places[ticket] = { kind: 'in line', teams: line, left };
  };
  const goOn = (ticket: number, hour: number) => {
    while ((at[ticket] ?? 0) < steps.length && hoursFor(ticket, at[ticket] ?? 0) === null) at[ticket]! += 1;
    const here = at[ticket] ?? 0;
    const step = steps[here];
    begunHere.delete(ticket);
    drawn[ticket] = 0;
    if (step === undefined) places[ticket] = { kind: 'over', fate: 'finished', at: hour };
    else if (step.kind === 'work') {
      joinLine(ticket, teamsFor(tickets[ticket], here, teams, rules), wholeOf(ticket));
      if (!everBegun.has(ticket)) came.push(ticket);
    } else {
      stop(ticket, 'start', hour);
      places[ticket] = { kind: 'away', until: hour + wholeOf(ticket) };
    }
  };

  /** Everything that happens by itself at the hour; whether anything did. */
  const happen = (hour: number): boolean => {
    let any = false;
    places.forEach((place, ticket) => {
      const opens = place.kind === 'not opened' && tickets[ticket]?.opened === hour;
      const ends =
        (place.kind === 'away' && place.until === hour) || (place.kind === 'in work' && place.left === 0);
      if (place.kind === 'in line' && (givesUp.get(ticket) ?? Infinity) <= hour && !everBegun.has(ticket)) {
        places[ticket] = { kind: 'over', fate: 'given up', at: hour };
        any = true;
      }
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

  /** Shifts that end at the hour, of which nothing was done at that hour yet. */
  const close = (hour: number) => {
    teams.forEach((team, index) => {
      if (!isOpen(index, hour - 1) || isOpen(index, hour)) return;
      for (const ticket of inWork(index)) {
        const place = places[ticket];
        if (place?.kind !== 'in work' || place.left === 0) continue;
        if (team.atClose === 'restart') place.left = wholeOf(ticket);
        if (team.atClose === 'redraw') place.left = redraw(ticket);
        if (team.atClose !== 'hand over') continue;
        const to = (team.to ?? []).filter((other) => tickets[ticket]?.teams?.includes(other) ?? true);
        if (to.length > 0) joinLine(ticket, to, place.left);
      }
    });
  };

  const comesBefore = (hour: number) => (a: number, b: number) => {
    const age = (ticket: number) =>
      (rules.weights?.[urgencyOf(ticket)] ?? NaN) * (hour - (tickets[ticket]?.opened ?? NaN));
    if (rules.weights !== undefined) return age(b) - age(a) || a - b;
    const [dueA, dueB] = [tickets[a]?.deadline ?? Infinity, tickets[b]?.deadline ?? Infinity];
    return urgencyOf(a) - urgencyOf(b) || (dueA === dueB ? a - b : dueA - dueB);
  };

  /** Free agents of open teams take what is most urgent, or what may interrupts; whether any did. */
  const assign = (hour: number): boolean => {
    let any = false;
    teams.forEach((_, index) => {
      while (isOpen(index, hour)) {
        const [next] = inLine()
          .filter((ticket) => {
            const place = places[ticket];
            return place?.kind === 'in line' && place.teams.includes(index);
          })
          .sort(comesBefore(hour));
        if (next === undefined) return;
        if (inWork(index).length >= thereOf(index, hour)) {
          const { interrupts } = rules;
          if (interrupts === undefined || urgencyOf(next) > interrupts.upTo) return;
          const [yielding] = inWork(index)
            .filter((ticket) => urgencyOf(ticket) > urgencyOf(next))
            .sort((a, b) => urgencyOf(b) - urgencyOf(a) || turnOf(b) - turnOf(a));
          if (yielding === undefined) return;
          const left = {
            resume: leftOf(yielding),
            restart: wholeOf(yielding),
            redraw: interrupts.then === 'redraw' ? redraw(yielding) : NaN,
          }[interrupts.then];
          joinLine(yielding, lineOf[yielding] ?? [], left);
        }
        any = true;
        if (!begunHere.has(next)) stop(next, 'start', hour);
        begunHere.add(next);
        everBegun.add(next);
        const place = places[next];
        const left = place?.kind === 'in line' ? place.left : NaN;
        places[next] = { kind: 'in work', team: index, turn: (turns += 1), left, drawn: 0 };
      }
    });
    return any;
  };
  const turnOf = (ticket: number) => {
    const place = places[ticket];
    return place?.kind === 'in work' ? place.turn : NaN;
  };
  const leftOf = (ticket: number) => {
    const place = places[ticket];
    return place?.kind === 'in work' ? place.left : NaN;
  };

  /** Those that came and were not taken: the last opened find no room, the others begin to lose patience. */
  const receive = (hour: number) => {
    for (const ticket of came.sort((a, b) => b - a)) {
      if (places[ticket]?.kind !== 'in line' || everBegun.has(ticket)) continue;
      if (inLine().length > (rules.room ?? Infinity))
        places[ticket] = { kind: 'over', fate: 'turned away', at: hour };
      else givesUp.set(ticket, (tickets[ticket]?.opened ?? NaN) + (tickets[ticket]?.patience ?? Infinity));
    }
    came = [];
  };

  for (let hour = 0; hour <= until; hour += 1) {
    let any = true;
    let first = true;
    while (any) {
      any = false;
      while (happen(hour)) any = true;
      if (first) close(hour);
      first = false;
      while (assign(hour)) any = true;
      receive(hour);
      if (happen(hour)) any = true;
    }
    for (const place of places) {
      if (place.kind !== 'in work') continue;
      if (isOpen(place.team, hour) || teams[place.team]?.atClose === 'finish') place.left -= 1;
    }
  }
  return {
    stopped,
    fate: places.map((place) => (place.kind === 'over' ? place.fate : 'unfinished')),
    left: places.map((place) => (place.kind === 'over' && place.fate !== 'finished' ? place.at : NaN)),
  };
}
