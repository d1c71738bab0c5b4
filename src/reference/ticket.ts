import type { CheckedContract, Selector } from '../check/model.ts';
import type { InstantMs } from '../time/types.ts';
import { speaksOf } from './facts.ts';
import { changeClocks } from './change-clocks.ts';
import { isJudged, judged } from './judged.ts';
import { begin, newClock } from './ticket-clock.ts';
import {
  answer,
  bySaid,
  capped,
  fire,
  follow,
  FROM_OPEN,
  KEEP_ELAPSED,
  lineFor,
  type Moment,
  setSeverity,
} from './ticket-conduct.ts';
import { ATTRIBUTES, type Change, TicketLife } from './ticket-life.ts';
import type { ReferenceClock, ReferenceEvent, ReferenceVerdict } from './ticket-model.ts';
import { moveClocks, statesOf } from './ticket-moves.ts';
import { type Brought, nextBrought } from './ticket-timers.ts';
import { wallClock } from './wall-clock.ts';

/**
 * What became of a ticket at an instant, by going through its history event by event and minute by minute, under the
 * versions of a contract, oldest first. Null where it was not opened by then.
 */
export function judgeTicket(
  versions: readonly [CheckedContract, ...CheckedContract[]],
  history: readonly ReferenceEvent[],
  at: InstantMs,
): ReferenceVerdict | null {
  const [first] = versions;
  const metrics = [...new Set(versions.flatMap((each) => each.metrics.map(({ name }) => name)))];
  const walk = new Walk(versions, new TicketLife(first, metrics, newClock, statesOf(versions)));
  const known = history.filter((event) => event.at <= at);
  for (const now of [...new Set(known.map((event) => event.at))].sort((a, b) => a - b)) {
    walk.pass(now, false);
    walk.instant(
      now,
      known.filter((event) => event.at === now),
    );
  }
  walk.pass(at, true);
  return verdictOf(walk.life, at);
}

class Walk {
  readonly life: TicketLife;
  readonly #versions: readonly CheckedContract[];
  #at: InstantMs = -Infinity;
  #nextVersion = 1;

  constructor(versions: readonly CheckedContract[], life: TicketLife) {
    this.#versions = versions;
    this.life = life;
  }

  /** Lets time pass. What it brings at an instant comes after the events of the instant. */
  pass(until: InstantMs, isLast: boolean): void {
    const { life } = this;
    if (life.opened === null) return;
    for (;;) {
      const next = life.refused === null ? nextBrought(life) : null;
      const comes = next !== null && (next.at < until || (isLast && next.at === until)) ? next : null;
      const version = this.#versions[this.#nextVersion];
      const from = version === undefined ? Infinity : inForceFrom(version);
      if (from <= until && (comes === null || comes.at >= from)) {
        if (from > life.opened) {
          meetVersion(life, this.#versions, this.#nextVersion, from);
          this.#at = from;
          if (life.refused === null) moveClocks(life, { now: from, kinds: [], waits: false }, []);
        }
        this.#nextVersion += 1;
      } else if (comes !== null) this.#bring(comes);
      else return;
    }
  }

  #bring({ key, at, does }: Brought): void {
    const { life } = this;
    life.brought.add(key);
    const moment: Moment = { now: Math.max(at, this.#at), kinds: [], waits: false };
    this.#at = moment.now;
    switch (does.kind) {
      case 'rule':
        fire(life, does.rule, does.stage, moment, '');
        break;
      case 'agree':
        life.happened.set('agreed', moment.now);
        answer(life, 'agreed', moment, [does.proposal]);
        break;
      case 'close':
        if (life.closed === null) moment.kinds.push('closed');
        break;
      case 'remind':
        life.notices.push({ at: moment.now, to: does.to, by: does.metric, kind: 'reminder' });
        return;
      case 'escalate':
        life.notices.push({ at: moment.now, to: does.to, by: does.metric, kind: 'escalation' });
        return;
    }
    follow(life, moment);
    moveClocks(life, moment, []);
  }

  instant(now: InstantMs, recorded: readonly ReferenceEvent[]): void {
    const { life } = this;
    this.#at = now;
    life.last = now;
    const moment: Moment = { now, kinds: [], waits: false };
    for (const event of atOnce(recorded)) takeFacts(life, this.#versions, event, moment);
    if (life.opened === null) return;
    if (life.opened === now) {
      const severity = life.severity ?? bySaid(life);
      life.severity = severity === null ? null : capped(life, severity);
      life.refused = refusal(life);
    } else if (life.severity !== null) {
      moment.kinds.push(...setSeverity(life, life.severity, now, '', false, null));
    }
    follow(life, moment);
    if (life.refused === null) moveClocks(life, moment, recorded);
    else if (moment.kinds.includes('closed') || moment.kinds.includes('cancelled')) life.closed = now;
  }
}

function takeFacts(
  life: TicketLife,
  versions: readonly CheckedContract[],
  event: ReferenceEvent,
  { now, kinds }: Moment,
): void {
  kinds.push(event.event);
  life.happened.set(event.event, now);
  if (event.event === 'opened' && life.opened === null) {
    open(life, versions, event);
    return;
  }
  if (life.opened === null) return;
  if (bindsBy(life.contract) === event.event) life.isBound = true;
  if (event.event === 'described' && tellsDescribed(life.contract)) {
    life.said.set('described', true);
    changeClocks(life, lineFor(life, 'change of a fact') ?? KEEP_ELAPSED, now);
  }
  const facts = Object.entries(event.facts ?? {});
  for (const [name, value] of facts) life.said.set(name, value);
  if (facts.length > 0) changeClocks(life, lineFor(life, 'change of a fact') ?? KEEP_ELAPSED, now);
  for (const of of ATTRIBUTES) {
    const value = event[of];
    if (value === undefined || value === life[of]) continue;
    life[of] = value;
    changeClocks(life, lineFor(life, `change of ${of}`) ?? KEEP_ELAPSED, now);
  }
  if (event.severity === undefined) return;
  if (life.opened === now) {
    life.severity = event.severity;
    return;
  }
  const made = setSeverity(life, event.severity, now, event.event, event.event === 'corrected', null);
  kinds.push(...made.filter((kind) => kind !== event.event && kind !== 'corrected'));
}

/** A new ticket is under the last version that was in force when it was bound, or when it was opened. */
function open(life: TicketLife, versions: readonly CheckedContract[], event: ReferenceEvent): void {
  for (const [i, version] of versions.entries()) {
    if (i > 0 && (life.lastOf(bindsBy(version)) ?? event.at) < inForceFrom(version)) continue;
    life.version = i;
    life.contract = version;
  }
  const { contract } = life;
  life.opened = event.at;
  life.isBound = life.lastOf(bindsBy(contract)) !== null;
  life.plan = event.plan ?? '';
  life.region = event.region ?? null;
  life.channel = event.channel ?? null;
  life.type = event.type ?? null;
  const [only, ...others] = contract.severities;
  life.severity = event.severity ?? (others.length === 0 ? (only?.name ?? null) : null);
  if (tellsDescribed(contract)) life.said.set('described', false);
  for (const [name, value] of Object.entries(event.facts ?? {})) life.said.set(name, value);
}

function bindsBy({ binding }: CheckedContract): string {
  return binding.bindsBy ?? 'opened';
}

function tellsDescribed({ facts }: CheckedContract): boolean {
  return facts.some(({ name, type }) => name === 'described' && type.kind === 'truth');
}

/** In the contract's words: who may ask, then what is excluded, then in which languages. */
function refusal(life: TicketLife): string | null {
  const plan = life.contract.plans.find(({ name }) => name === life.plan);
  if (plan === undefined) return null;
  const unmet = plan.eligibility.find(({ when }) => life.answer(when) === false);
  if (unmet !== undefined) return unmet.refusal;
  const excluded = plan.provisions.find(
    ({ says, when, condition }) =>
      says === 'exclude' &&
      (condition !== null || narrows(when)) &&
      speaksOf(when, life.facts) &&
      (condition === null || life.answer(condition) === true),
  );
  if (excluded !== undefined) return excluded.text;
  const language = life.said.get('language');
  const isForeign =
    plan.languages !== null && typeof language === 'string' && !plan.languages.includes(language);
  return isForeign ? `support is given in ${plan.languages.join(', ')}` : null;
}

/** Whether a selector leaves out any ticket. */
function narrows({ severities, regions, channels, types, facts }: Selector): boolean {
  return facts.length > 0 || [severities, regions, channels, types].some((names) => names !== null);
}

function inForceFrom({ effective }: CheckedContract): InstantMs {
  if (effective === null) throw new Error('a version that follows another says since when it is in force');
  return wallClock(effective.zone).find(effective.from, 0);
}

/** A version comes into force over an open ticket. */
function meetVersion(
  life: TicketLife,
  versions: readonly CheckedContract[],
  index: number,
  now: InstantMs,
): void {
  const contract = versions[index];
  if (contract === undefined) return;
  const basis = life.isBound ? (contract.binding.inFlight ?? { kind: 'keep old' as const }) : FROM_OPEN.basis;
  if (basis.kind === 'keep old') return;
  life.version = index;
  life.contract = contract;
  const allowed = life.severity === null ? null : capped(life, life.severity);
  if (life.severity !== null && allowed !== null && allowed !== life.severity) {
    life.changes.push({ at: now, from: life.severity, to: allowed, rule: null });
    life.severity = allowed;
  }
  const line: Change = { ...FROM_OPEN, basis };
  changeClocks(life, line, now);
}

function verdictOf(life: TicketLife, at: InstantMs): ReferenceVerdict | null {
  if (life.opened === null) return null;
  const clocks = life.runs.flatMap((run): readonly ReferenceClock[] => {
    if (run.started !== null) {
      return isJudged(run) ? [...run.done, judged(life, run, Math.max(at, run.started))] : run.done;
    }
    const terms = life.clockOf(run.metric)?.terms;
    if (terms === undefined || life.refused !== null || !terms.starts.some(({ when }) => life.holds(when)))
      return [];
    // As it would stand if it had begun with the ticket.
    const fresh = newClock(run.metric);
    begin(life, fresh, life.opened ?? at);
    if (fresh.target === null) return [];
    const isWord = fresh.target.promise.kind === 'word';
    return [
      {
        metric: run.metric,
        occurrence: 1,
        severity: life.severity,
        started: null,
        due: null,
        soft: null,
        stopped: null,
        status: isWord ? 'word' : life.closed === null ? 'not started' : 'cancelled',
        breached: null,
        used: null,
        remaining: null,
        paused: null,
      },
    ];
  });
  const { version, plan, severity, closed, changes, notices, consents, refused } = life;
  const states = [...life.states.keys()].sort();
  return {
    version,
    plan,
    severity,
    isClosed: closed !== null,
    closed,
    states,
    clocks,
    changes,
    notices,
    consents,
    refused,
  };
}

/** Opening, then what is said of the ticket, then answers, then the end; each kind in the order of its lines. */
function atOnce(events: readonly ReferenceEvent[]): readonly ReferenceEvent[] {
  const rank = ({ event }: ReferenceEvent): number => {
    if (event === 'opened') return 0;
    if (event === 'agreed' || event === 'refused') return 2;
    return event === 'closed' || event === 'cancelled' ? 3 : 1;
  };
  return [...events].sort((a, b) => {
    if (rank(a) !== rank(b)) return rank(a) - rank(b);
    return a.event < b.event ? -1 : a.event > b.event ? 1 : 0;
  });
}
