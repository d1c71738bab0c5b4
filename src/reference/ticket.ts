import type { ChangeTerms, TicketRule } from '../check/conduct-model.ts';
import type { CheckedCondition, CheckedContract } from '../check/model.ts';
import type { InstantMs } from '../time/types.ts';
import { targetOf } from './deadline.ts';
import type { TicketFacts } from './facts.ts';
import {
  calendarsOf,
  dueOf,
  endOfStretch,
  boundOf,
  judged,
  recount,
  startCounting,
  type TicketClock,
} from './ticket-clock.ts';
import type { ReferenceClock, ReferenceEvent, ReferenceVerdict } from './ticket-model.ts';

type Change = Pick<ChangeTerms<string>, 'basis' | 'earlierOfBoth' | 'floor' | 'lateFrom' | 'breachStays'>;

const UNSAID: Omit<Change, 'basis'> = {
  earlierOfBoth: false,
  floor: null,
  lateFrom: 'deadline',
  breachStays: true,
};

/**
 * What became of a ticket at an instant, by going through its history event by event and minute by minute. It knows what
 * changes the promises of running clocks, pauses by states, reopening, messages and rules that fire on events; rules that
 * fire by the passing of time, caps of pauses and promises that hang on other clocks are not in it.
 */
export function judgeTicket(
  contract: CheckedContract,
  history: readonly ReferenceEvent[],
  at: InstantMs,
): ReferenceVerdict {
  const calendars = calendarsOf(contract);
  const happened = new Map<string, InstantMs>();
  const states = new Set<string>();
  const said = new Map<string, string | number | boolean>();
  const notices: { at: InstantMs; to: string; by: string }[] = [];
  let proposals: TicketRule<string>[] = [];
  let plan = '';
  let severity: string | null = null;
  const attributes: Record<'region' | 'channel' | 'type', string | null> = {
    region: null,
    channel: null,
    type: null,
  };
  let opened: InstantMs | null = null;
  let isClosed = false;
  const metrics = contract.metrics.filter(({ name }) =>
    contract.plans.some((each) => each.targets.some(({ metric }) => metric === name)),
  );
  const runs = metrics.map(({ name }): TicketClock => {
    const clock = contract.clocks.find(({ metric }) => metric === name);
    if (clock === undefined) throw new Error(`no clock for ${name}`);
    return { clock, ...FRESH, pauses: [], others: [], done: [], occurrence: 1 };
  });
  const progress = new Map<TicketClock, number[]>();
  /** By clock what was promised when it began to be counted. */
  const promised = new Map<TicketClock, string>();
  const awaited = new Map<string, readonly string[]>();

  const facts = (): TicketFacts => ({
    severity,
    ...attributes,
    zone: null,
    holidays: null,
    facts: new Map(
      [...said].map(([name, value]) => [
        name,
        value === true ? 'yes' : value === false ? 'no' : String(value),
      ]),
    ),
  });
  const calendarOf = (name: string) => calendars(name, facts(), null);
  const calendarSince = (began: InstantMs) => (name: string) => calendars(name, facts(), began);
  const rank = (name: string | null) => contract.severities.findIndex((each) => each.name === name);
  const valueOf = (name: string) =>
    said.get(name) ??
    (name === 'severity' ? severity : name in attributes ? attributes[name as 'region'] : null) ??
    undefined;
  const holds = (condition: CheckedCondition): boolean => tested(condition, valueOf) === true;
  const targetFor = (run: TicketClock, start: InstantMs) =>
    targetOf(contract, plan, run.clock.metric, facts(), start);
  const chain = (): readonly string[] => {
    const names: string[] = [];
    for (let name: string | null = plan; name !== null;) {
      names.push(name);
      name = contract.plans.find((each) => each.name === name)?.extends ?? null;
    }
    return names;
  };
  const lineFor = (of: string): Change | undefined =>
    [...chain(), null]
      .map((owner) => contract.conduct.changes.find((line) => line.of === of && line.plan === owner))
      .find((line) => line !== undefined);

  /** The same words in other hours are another promise. */
  const wordsOf = (target: TicketClock['target']): string => {
    const limit = target === null ? null : boundOf(target.promise);
    return JSON.stringify([target?.promise, limit === null ? null : hoursKey(contract, limit, facts())]);
  };

  const changeClocks = (line: Change, now: InstantMs): void => {
    for (const run of runs) {
      if (!run.isActive || run.started === null) continue;
      const target = targetFor(run, run.started);
      const isSame = wordsOf(target) === promised.get(run);
      if (!isSame && line.basis.kind === 'keep old') continue;
      run.severity = severity ?? '';
      if (isSame) run.target = target;
      else {
        const lastOf = (event: string) => happened.get(event) ?? null;
        recount(run, target, line, now, lastOf, calendarOf, calendarSince(run.started));
      }
      promised.set(run, wordsOf(target));
    }
  };

  const capped = (wanted: string): string => {
    let result = wanted;
    for (const rule of contract.conduct.rules) {
      if (rule.trigger !== null || !isMine(rule) || (rule.when !== null && !holds(rule.when))) continue;
      for (const action of rule.actions) {
        if (action.kind === 'cap severity' && rank(action.severity) > rank(result)) result = action.severity;
      }
    }
    return result;
  };
  const isMine = (rule: TicketRule<string>) => rule.plan === null || chain().includes(rule.plan);

  /** The events that the change is. */
  const setSeverity = (wanted: string, now: InstantMs, cause: string, byFacts: boolean): string[] => {
    const to = capped(wanted);
    const before = severity;
    if (to === before) return [];
    severity = to;
    if (before === null) return [];
    const direction = rank(to) < rank(before) ? 'raise' : 'lower';
    const of = cause === 'described' ? 'completion' : byFacts ? 'correction' : direction;
    changeClocks(lineFor(of) ?? lineFor(direction) ?? { ...UNSAID, basis: { kind: 'from open' } }, now);
    const event = direction === 'raise' ? 'raised' : 'lowered';
    return byFacts ? [event, 'corrected'] : [event];
  };

  const begin = (run: TicketClock, now: InstantMs): void => {
    const target = targetFor(run, now);
    const limit = target === null ? null : boundOf(target.promise);
    const counting =
      limit === null ? null : startCounting(limit, now, calendarSince(now), run.clock.terms.pausedDays);
    Object.assign(run, {
      ...FRESH,
      started: now,
      isActive: true,
      severity: severity ?? '',
      target,
      counting,
    });
    run.pauses = [];
    run.others = [];
    run.groupFrom = now;
    promised.set(run, wordsOf(target));
    pause(run, now);
  };

  const pause = (run: TicketClock, now: InstantMs): void => {
    if (!run.isActive) return;
    const { pauses, countsOnlyWhile } = run.clock.terms;
    const isHeld =
      pauses.some(
        (line) => line.states.some((s) => states.has(s)) && (line.when === null || holds(line.when)),
      ) ||
      (countsOnlyWhile.length > 0 && !countsOnlyWhile.some((s) => states.has(s)));
    if (isHeld === (run.pausing !== null)) return;
    if (!isHeld) {
      const last = run.pauses.at(-1);
      if (run.pausing === 'counts' && last !== undefined) last.to = now;
      run.pausing = null;
      return;
    }
    const due = dueOf(run);
    run.pausing = due !== null && due <= now ? 'changes nothing' : 'counts';
    if (run.pausing === 'counts') run.pauses.push({ from: now, to: null });
  };

  const another = (run: TicketClock, now: InstantMs): void => {
    if (run.target !== null) run.done.push(judged(run, now));
    run.occurrence += 1;
  };

  const instant = (now: InstantMs, events: readonly ReferenceEvent[]): void => {
    const kinds: string[] = [];
    for (const event of events) {
      kinds.push(event.event);
      happened.set(event.event, now);
      if (event.event === 'opened' && opened === null) opened = now;
      if (opened === null) continue;
      if (event.event === 'described' && contract.facts.some(({ name }) => name === 'described')) {
        said.set('described', true);
      }
      for (const [name, value] of Object.entries(event.facts ?? {})) said.set(name, value);
      for (const of of ['channel', 'region', 'type'] as const) {
        const value = event[of];
        if (value === undefined || value === attributes[of]) continue;
        attributes[of] = value;
        changeClocks(lineFor(`change of ${of}`) ?? { ...UNSAID, basis: { kind: 'keep elapsed' } }, now);
      }
      if (event.plan !== undefined) plan = event.plan;
      if (event.severity === undefined) continue;
      if (opened === now) severity = event.severity;
      else {
        const made = setSeverity(event.severity, now, event.event, event.event === 'corrected');
        kinds.push(...made.filter((kind) => kind !== event.event && kind !== 'corrected'));
      }
    }
    if (opened === null) return;
    if (severity !== null) {
      if (opened === now) severity = capped(severity);
      else kinds.push(...setSeverity(severity, now, '', false));
    }
    let isClosing = false;
    const act = (rule: TicketRule<string>, cause: string): void => {
      for (const action of rule.actions) {
        if (action.kind === 'tell') notices.push({ at: now, to: action.whom, by: rule.name });
        else if (action.kind === 'close') isClosing = true;
        else if (action.kind === 'set severity')
          kinds.push(...setSeverity(action.severity, now, cause, false));
        else if (action.kind === 'raise' || action.kind === 'lower') {
          const rises = rank(action.severity) < rank(severity);
          if (severity !== action.severity && rises === (action.kind === 'raise')) {
            kinds.push(...setSeverity(action.severity, now, cause, false));
          }
        } else if (action.kind === 'raise by steps' || action.kind === 'lower by steps') {
          const step = action.steps.find(({ from }) => from === severity);
          if (step !== undefined) kinds.push(...setSeverity(step.to, now, cause, false));
        }
      }
      if (isClosing && !kinds.includes('closed')) kinds.push('closed');
    };
    for (let i = 0; i < kinds.length; i += 1) {
      const kind = kinds[i] ?? '';
      happened.set(kind, now);
      if (kind === 'agreed' || kind === 'refused') {
        const waiting = proposals;
        proposals = [];
        if (kind === 'agreed') for (const rule of waiting) act(rule, 'agreed');
      }
      for (const rule of contract.conduct.rules) {
        if (rule.trigger?.kind !== 'event' || rule.trigger.event !== kind || !isMine(rule)) continue;
        if (rule.when !== null && !holds(rule.when)) continue;
        if (rule.consent === null) act(rule, kind);
        else if (!proposals.includes(rule)) proposals.push(rule);
      }
    }

    if (kinds.includes('reopened')) {
      for (const run of runs) if (reopen(run, now)) isClosed = false;
      states.clear();
    }
    if (!isClosed) {
      for (const run of runs) {
        if (run.started === null && starts(run, kinds)) begin(run, now);
        const { repeats } = run.clock.terms;
        if (repeats !== null && kinds.includes(repeats.on)) message(run, now);
      }
      for (const run of runs) {
        const { stopsOn, terms } = run.clock;
        if (
          !run.isActive ||
          !kinds.some((kind) => stopsOn.includes(kind) && !terms.stopsNotOn.includes(kind))
        ) {
          continue;
        }
        run.stopped = now;
        if (terms.stopsAt === 'last') continue;
        run.isActive = false;
        run.pausing = null;
        run.groupFrom = null;
      }
      for (const run of runs) {
        const promise = run.target?.promise;
        if (promise?.kind !== 'cadence') continue;
        const until = runs.find(({ clock }) => clock.metric === promise.until);
        const isOver = until !== undefined && until.started !== null && !until.isActive;
        if (isOver && run.isActive) end(run, now);
        if (!isOver && run.stopped === now && !run.isActive) {
          another(run, now);
          begin(run, now);
        }
      }
    }
    for (const { event, state } of events) {
      if (event === 'state' || (event === 'resumed' && state === undefined)) states.clear();
      if (event === 'resumed' && state !== undefined) states.delete(state);
      if (event === 'state' && state !== undefined) states.add(state);
      else if (isState(contract, event)) states.add(event);
    }
    for (const run of runs) pause(run, now);
    if (kinds.includes('closed') || kinds.includes('cancelled')) {
      for (const run of runs) end(run, now);
      isClosed = true;
    }
  };

  const end = (run: TicketClock, now: InstantMs): void => {
    if (!run.isActive) return;
    run.isActive = false;
    run.pausing = null;
    if (run.stopped === null) run.ended = now;
  };

  const starts = (run: TicketClock, kinds: readonly string[]): boolean => {
    const lines = run.clock.terms.starts;
    const reached = progress.get(run) ?? lines.map(() => 0);
    progress.set(run, reached);
    for (const [i, line] of lines.entries()) {
      if (line.kind !== 'events') continue;
      let step = reached[i] ?? 0;
      for (; step < line.steps.length; step += 1) {
        const { which, events } = line.steps[step] ?? { which: 'first', events: [] };
        const key = `${run.clock.metric} ${i} ${step}`;
        const came = (awaited.get(key) ?? []).concat(events.filter((event) => kinds.includes(event)));
        awaited.set(key, came);
        if (which === 'first' ? came.length === 0 : events.some((event) => !came.includes(event))) break;
      }
      reached[i] = step;
    }
    const chosen = lines.findIndex(({ when }) => when === null || holds(when));
    const line = lines[chosen];
    return line?.kind === 'events' && reached[chosen] === line.steps.length;
  };

  const message = (run: TicketClock, now: InstantMs): void => {
    const { repeats } = run.clock.terms;
    if (repeats === null) return;
    if (!run.isActive) {
      if (run.started !== null) another(run, now);
      begin(run, now);
      return;
    }
    if (run.started === now) return;
    const joins =
      repeats.group !== null &&
      run.groupFrom !== null &&
      now <= endOfStretch(repeats.group, run.groupFrom, calendarOf);
    if (!joins && repeats.from === 'oldest') return;
    const group = joins ? run.groupFrom : now;
    const due = dueOf(run);
    const sticky = run.sticky ?? (due !== null && due < now ? Math.max(due, run.lateFloor) : null);
    begin(run, now);
    run.groupFrom = group;
    run.sticky = sticky;
  };

  const reopen = (run: TicketClock, now: InstantMs): boolean => {
    const { does, within, met } = run.clock.terms.reopen;
    const stopped = run.stopped ?? run.ended;
    if (run.isActive || stopped === null || does === 'never') return false;
    if (within !== null && now > endOfStretch(within, stopped, calendarOf)) return false;
    const verdict = judged(run, stopped);
    for (const each of run.pauses) each.to = Math.min(each.to ?? stopped, stopped);
    const wasMet = run.stopped !== null && verdict.breached === null;
    if (does === 'starts afresh') {
      if (!wasMet || met === 'stands') another(run, now);
      begin(run, now);
      return true;
    }
    if (wasMet && met === 'stands') another(run, now);
    run.stopped = null;
    run.ended = null;
    run.isActive = true;
    run.pausing = null;
    if (does === 'continues' && stopped < now) run.pauses.push({ from: stopped, to: now });
    return true;
  };

  const known = [...history].filter((event) => event.at <= at);
  for (const now of [...new Set(known.map((event) => event.at))].sort((a, b) => a - b)) {
    instant(
      now,
      atOnce(
        contract,
        known.filter((event) => event.at === now),
      ),
    );
  }
  return {
    plan,
    severity,
    isClosed,
    clocks: runs.flatMap((run): readonly ReferenceClock[] =>
      run.started === null || run.target === null ? run.done : [...run.done, judged(run, at)],
    ),
    notices,
    refused: null,
  };
}

const FRESH = {
  started: null,
  stopped: null,
  ended: null,
  isActive: false,
  severity: '',
  target: null,
  counting: null,
  floor: null,
  pausing: null,
  sticky: null,
  lateFloor: -Infinity,
  groupFrom: null,
} as const;

/** Opening, then what is said of the ticket, then answers, then states in the order recorded, then the end. */
function atOnce(contract: CheckedContract, events: readonly ReferenceEvent[]): readonly ReferenceEvent[] {
  const rank = ({ event }: ReferenceEvent): number => {
    if (event === 'opened') return 0;
    if (event === 'agreed' || event === 'refused') return 2;
    if (event === 'closed' || event === 'cancelled') return 4;
    return event === 'state' || event === 'resumed' || isState(contract, event) ? 3 : 1;
  };
  return [...events].sort((a, b) => {
    if (rank(a) !== rank(b) || rank(a) === 3) return rank(a) - rank(b);
    return a.event < b.event ? -1 : a.event > b.event ? 1 : 0;
  });
}

function isState({ clocks }: CheckedContract, event: string): boolean {
  return clocks.some(
    ({ pausesWhile, terms }) => pausesWhile.includes(event) || terms.countsOnlyWhile.includes(event),
  );
}

/** The hours of a bound as they are for a ticket: equal where a change of the ticket changes nothing of them. */
function hoursKey(
  contract: CheckedContract,
  limit: { readonly kind: string; readonly calendar?: string },
  facts: TicketFacts,
): string {
  const body = contract.calendars.find(({ name }) => name === limit.calendar)?.body;
  return body?.kind === 'chosen' ? JSON.stringify([facts.channel, facts.region, facts.type]) : '';
}

/** Null where it hangs on what the ticket does not say. */
function tested(condition: CheckedCondition, valueOf: (name: string) => unknown): boolean | null {
  switch (condition.kind) {
    case 'unstated':
      return false;
    case 'otherwise':
      return true;
    case 'not': {
      const answer = tested(condition.of, valueOf);
      return answer === null ? null : !answer;
    }
    case 'all':
    case 'any': {
      const answers = condition.of.map((each) => tested(each, valueOf));
      const decisive = condition.kind === 'any';
      if (answers.includes(decisive)) return decisive;
      return answers.includes(null) ? null : !decisive;
    }
    case 'compare': {
      const said = valueOf(condition.fact) as string | number | boolean | undefined;
      if (said === undefined) return null;
      const { operator, value } = condition;
      if (operator === '=') return said === value;
      if (operator === '!=') return said !== value;
      if (operator === '<') return said < value;
      if (operator === '<=') return said <= value;
      return operator === '>' ? said > value : said >= value;
    }
  }
}
