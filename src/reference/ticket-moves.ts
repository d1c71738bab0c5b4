import type { CheckedContract } from '../check/model.ts';
import type { InstantMs } from '../time/types.ts';
import { dueOf } from './due-of.ts';
import { endOfStretch } from './end-of-stretch.ts';
import { isJudged, judged } from './judged.ts';
import { endPauses } from './stillness.ts';
import { begin, pause, type TicketClock } from './ticket-clock.ts';
import type { Moment } from './ticket-conduct.ts';
import type { TicketLife } from './ticket-life.ts';
import type { ReferenceEvent } from './ticket-model.ts';

/** Starts, then stops, then what pauses, then the end of the ticket. */
export function moveClocks(
  life: TicketLife,
  moment: Moment,
  /** In the order in which they were recorded. */
  recorded: readonly ReferenceEvent[],
): void {
  const { now, kinds } = moment;
  if (kinds.includes('reopened')) {
    for (const run of life.runs) if (reopen(life, run, now)) life.closed = null;
    life.states.clear();
  }
  if (life.closed === null) {
    const instants = instantsToTake(life, kinds);
    for (const run of life.runs) {
      if (run.started === null && instants.filter((each) => isStarted(life, run, each)).length > 0)
        begin(life, run, now);
      const repeats = life.clockOf(run.metric)?.terms.repeats ?? null;
      if (repeats !== null && kinds.includes(repeats.on)) takeMessage(life, run, now);
    }
    for (const run of life.runs) stop(life, run, moment);
    repeat(life, now);
  }
  for (const event of recorded) changeState(life, event);
  if (moment.waits) become(life, 'waiting for customer', now);
  if (kinds.includes('closed') && life.stateNames.has('closed')) become(life, 'closed', now);
  for (const run of life.runs) pause(life, run, now);
  if (!kinds.includes('closed') && !kinds.includes('cancelled')) return;
  life.closed = now;
  for (const run of life.runs) endWithTicket(run, now);
}

/** What happened, for clocks that have not started: the whole history, where other clocks are in force than before. */
function instantsToTake(life: TicketLife, kinds: readonly string[]): readonly (readonly string[])[] {
  const isMoved = life.measured !== life.contract || life.measuredBy !== life.plan;
  life.measured = life.contract;
  life.measuredBy = life.plan;
  life.log.push(kinds);
  if (!isMoved) return [kinds];
  for (const run of life.runs) if (run.started === null) run.progress = [];
  return life.log;
}

function endWithTicket(run: TicketClock, now: InstantMs): void {
  if (!run.isActive) return;
  run.isActive = false;
  if (run.stopped === null) run.ended = now;
  endPauses(run, run.stopped ?? now);
}

/** Whether the line that holds for the ticket is complete. Every line goes on with what happens. */
function isStarted(life: TicketLife, run: TicketClock, kinds: readonly string[]): boolean {
  const lines = life.clockOf(run.metric)?.terms.starts ?? [];
  const complete = lines.map((line, i): boolean => {
    run.progress[i] ??= { step: 0, came: [] };
    const progress = run.progress[i];
    const steps =
      line.kind === 'events' ? line.steps : [{ which: 'first' as const, events: ['previous ticket ended'] }];
    for (; progress.step < steps.length; progress.step += 1) {
      const { which, events } = steps[progress.step] ?? { which: 'first', events: [] };
      progress.came.push(...events.filter((event) => kinds.includes(event)));
      const { came } = progress;
      if (which === 'first' ? came.length === 0 : events.some((event) => !came.includes(event))) return false;
      progress.came = [];
    }
    return true;
  });
  const chosen = lines.findIndex(({ when }) => life.holds(when));
  return complete[chosen] ?? false;
}

function stop(life: TicketLife, run: TicketClock, { now, kinds }: Moment): void {
  const clock = life.clockOf(run.metric);
  if (clock === undefined || !run.isActive) return;
  const { stopsOn, terms } = clock;
  if (!kinds.some((kind) => stopsOn.includes(kind) && !terms.stopsNotOn.includes(kind))) return;
  run.stopped = now;
  if (terms.stopsAt === 'last') return;
  run.isActive = false;
  run.groupFrom = null;
  endPauses(run, now);
}

/** Clocks that run anew each time they are stopped, until another's stop. */
function repeat(life: TicketLife, now: InstantMs): void {
  for (const run of life.runs) {
    const promise = run.target?.promise;
    if (promise?.kind !== 'cadence') continue;
    const until = life.runs.find(({ metric }) => metric === promise.until);
    const isOver = until !== undefined && until.started !== null && !until.isActive;
    if (isOver && run.isActive) endWithTicket(run, now);
    if (isOver || run.stopped !== now || run.isActive) continue;
    another(life, run, now);
    begin(life, run, now);
  }
}

function another(life: TicketLife, run: TicketClock, now: InstantMs): void {
  if (isJudged(run)) run.done.push(judged(life, run, now));
  run.occurrence += 1;
}

/** A message starts a clock that is not running; one that counts from the newest begins anew. */
function takeMessage(life: TicketLife, run: TicketClock, now: InstantMs): void {
  const repeats = life.clockOf(run.metric)?.terms.repeats ?? null;
  if (repeats === null) return;
  if (!run.isActive) {
    if (run.started !== null) another(life, run, now);
    begin(life, run, now);
    return;
  }
  if (run.started === now) return;
  const { group, from } = repeats;
  const joins = group !== null && run.groupFrom !== null && now <= endOfStretch(life, group, run.groupFrom);
  if (!joins && from === 'oldest') return;
  const first = joins ? run.groupFrom : now;
  const due = dueOf(life, run);
  const sticky = run.sticky ?? (due !== null && due < now ? Math.max(due, run.lateFloor) : null);
  begin(life, run, now);
  run.groupFrom = first;
  run.sticky = sticky;
}

/** What reopening does to a clock that is over; true where it takes it up. */
function reopen(life: TicketLife, run: TicketClock, now: InstantMs): boolean {
  const terms = life.clockOf(run.metric)?.terms.reopen;
  const over = run.stopped ?? run.ended;
  if (terms === undefined || run.isActive || over === null || terms.does === 'never') return false;
  if (terms.within !== null && now > endOfStretch(life, terms.within, over)) return false;
  const wasMet = run.stopped !== null && judged(life, run, over).breached === null;
  if (terms.does === 'starts afresh') {
    if (!wasMet || terms.met === 'stands') another(life, run, now);
    begin(life, run, now);
    return true;
  }
  if (wasMet && terms.met === 'stands') another(life, run, now);
  run.stopped = null;
  run.ended = null;
  run.isActive = true;
  if (terms.does === 'continues' && over < now) run.over.push({ from: over, to: now });
  return true;
}

function changeState(life: TicketLife, { event, state, at }: ReferenceEvent): void {
  if (event === 'resumed' && state !== undefined) life.states.delete(state);
  else if (event === 'resumed') life.states.clear();
  else if (event === 'state') become(life, state ?? '', at);
  else if (life.stateNames.has(event)) become(life, event, at);
}

/** A state ends as another begins, and one that is said again goes on. */
function become({ states, stateNames }: TicketLife, state: string, now: InstantMs): void {
  for (const known of [...states.keys()]) if (known !== state) states.delete(known);
  if (stateNames.has(state) && !states.has(state)) states.set(state, now);
}

/** The states of which contracts say anything. */
export function statesOf(contracts: readonly CheckedContract[]): ReadonlySet<string> {
  return new Set(
    contracts.flatMap(({ clocks, conduct }) => [
      ...clocks.flatMap(({ pausesWhile, terms }) => [
        ...pausesWhile,
        ...terms.countsOnlyWhile,
        ...(terms.closes === null ? [] : [terms.closes.state]),
      ]),
      ...conduct.rules.flatMap(({ trigger, actions, stages }) => [
        ...(trigger?.kind === 'state' ? [trigger.state] : []),
        ...([...actions, ...stages.flatMap((stage) => stage.actions)].some(({ kind }) => kind === 'wait')
          ? ['waiting for customer']
          : []),
      ]),
    ]),
  );
}
