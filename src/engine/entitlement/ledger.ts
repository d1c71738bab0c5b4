import Fraction from 'fraction.js';
import type { PlanCharge, PlanQuota } from '../../plan/entitlement-model.ts';
import type { PlanOrigin, PlanPlan } from '../../plan/model.ts';
import { epochDayOfDate } from '../../time/civil-date.ts';
import type { InstantMs } from '../../time/types.ts';
import { wallClockAt } from '../../time/zone-arithmetic.ts';
import type { Engine } from '../engine.ts';
import { answerOf, type FactOf } from '../grade-ticket.ts';
import { selects, type TicketKey } from '../select-target.ts';
import { Account, type AccountState, type Draw } from './account.ts';
import type { LedgerEntry, LedgerEvent, Use } from './ledger-model.ts';
import { narrowestOf } from './narrowness.ts';
import { dateLater, type PeriodGround } from './period.ts';
import { measureOfCharge, measureOfHours, type MeterState, WorkMeter } from './use-amount.ts';

const ZERO = new Fraction(0);

/** What a ticket, or a cause, was charged for by a name, and from which lots. */
interface Charged {
  readonly account: Account | null;
  readonly draws: readonly Draw[];
  readonly amount: Fraction;
}

/** A ledger as plain data, so that it can be kept and gone on with: all that what comes later hangs on. */
export interface LedgerState {
  readonly now: InstantMs;
  readonly sequence: number;
  readonly accounts: readonly AccountState[];
  readonly charged: readonly {
    readonly key: string;
    readonly account: number | null;
    readonly draws: readonly { readonly lot: number; readonly amount: string }[];
    readonly amount: string;
  }[];
  readonly sums: MeterState;
}

/**
 * The accounts of one customer under one plan. Events come in the order of their instants; each returns the entries
 * that it causes, those first that time alone has caused before it: units granted, carried over and lapsed.
 *
 * A quota's first period is the one that the customer's start lies in, and it is granted whole.
 */
export class Ledger {
  readonly #engine: Engine;
  readonly plan: PlanPlan;
  readonly #meter: WorkMeter;
  readonly #accounts: { readonly account: Account; readonly lines: readonly PlanQuota[] }[] = [];
  readonly #charged = new Map<string, Charged>();
  #customer: FactOf = () => undefined;
  #sequence = 0;
  #entries: LedgerEntry[] = [];
  #now: InstantMs;

  /** @throws {Error} where the contract names no zone, which its check does not let pass where periods are counted. */
  constructor(engine: Engine, plan: number, start: InstantMs) {
    const found = engine.plan.plans[plan];
    if (found === undefined) throw new Error(`the contract has no plan ${plan}`);
    this.#engine = engine;
    this.plan = found;
    this.#meter = new WorkMeter(engine);
    this.#now = start;
    for (const lines of linesByOrigin(found.quotas)) {
      const [quota] = lines;
      if (quota === undefined || quota.usedWhen === null) continue;
      const rollover = found.rollovers.find(({ thing }) => thing === quota.thing) ?? null;
      const ground = this.#groundOf(quota.zone);
      const index = this.#accounts.length;
      const account = new Account(quota, rollover, ground, start, (movement) => {
        this.#post({
          thing: quota.thing,
          account: index,
          ticket: null,
          name: null,
          effect: null,
          why: '',
          origin: quota.origin,
          ...movement,
        });
      });
      this.#accounts.push({ account, lines });
    }
  }

  /** The instant up to which it has been brought. */
  get now(): InstantMs {
    return this.#now;
  }

  /** What the customer is, by its facts, is not part of it. */
  get state(): LedgerState {
    return {
      now: this.#now,
      sequence: this.#sequence,
      accounts: this.#accounts.map(({ account }) => account.state),
      charged: [...this.#charged].map(([key, { account, draws, amount }]) => ({
        key,
        account: account === null ? null : this.#placeOf(account),
        draws: draws.map((draw) => ({ lot: draw.lot, amount: draw.amount.toFraction() })),
        amount: amount.toFraction(),
      })),
      sums: this.#meter.state,
    };
  }

  /** Goes on from where another ledger of the same plan was. */
  restore({ now, sequence, accounts, charged, sums }: LedgerState): void {
    this.#now = now;
    this.#sequence = sequence;
    this.#entries = [];
    for (const [i, { account }] of this.#accounts.entries()) {
      const state = accounts[i];
      if (state !== undefined) account.restore(state);
    }
    this.#charged.clear();
    for (const { key, account, draws, amount } of charged) {
      this.#charged.set(key, {
        account: this.#accounts[account ?? -1]?.account ?? null,
        draws: draws.map((draw) => ({ lot: draw.lot, amount: new Fraction(draw.amount) })),
        amount: new Fraction(amount),
      });
    }
    this.#meter.restore(sums);
  }

  /** A ticket is over: nothing that comes later is charged by what it was charged. */
  forget(ticket: string): void {
    const start = JSON.stringify(['ticket', ticket, '']).slice(0, -3);
    for (const key of this.#charged.keys()) if (key.startsWith(start)) this.#charged.delete(key);
  }

  /** The entries of an event, and of the time up to it. Throws a RangeError for one that comes too late. */
  step(event: LedgerEvent): readonly LedgerEntry[] {
    this.#advance(event.at);
    switch (event.kind) {
      case 'use':
        this.#use(event);
        break;
      case 'bought':
        this.#buy(event);
        break;
      case 'used':
        this.#useElsewhere(event);
        break;
      case 'customer':
        this.#customer = event.factOf;
        break;
      case 'event':
        for (const { account } of this.#accounts) account.hear(event.at, event.name);
        break;
    }
    return this.#taken();
  }

  /** The entries that time alone causes up to an instant, which itself belongs to what comes after. */
  advance(to: InstantMs): readonly LedgerEntry[] {
    this.#advance(to);
    return this.#taken();
  }

  /** What is left of a thing for a ticket; null where no quota of the plan counts it. */
  balanceOf(thing: string, key: TicketKey): Fraction | null {
    return this.#accountFor(thing, key)?.account.balance ?? null;
  }

  /** The quotas that are counted, in the order of their accounts, each with the periods that it has had so far. */
  get quotas(): readonly { readonly quota: PlanQuota; readonly turns: readonly InstantMs[] }[] {
    return this.#accounts.map(({ account }) => ({ quota: account.quota, turns: account.turns }));
  }

  #advance(to: InstantMs): void {
    // Nor does one that is no instant at all, which nothing would ever reach.
    if (!(to >= this.#now)) throw new RangeError('events of a ledger come in the order of their instants');
    for (;;) {
      const next = Math.min(...this.#accounts.map(({ account }) => account.nextBoundary));
      if (next > to) break;
      for (const { account } of this.#accounts) account.pass(next, () => this.#goesOver(account));
    }
    this.#now = to;
  }

  /** Whether anything goes over, by what is known of the customer. What is not known is not so. */
  #goesOver({ rollover }: Account): boolean {
    if (rollover === null) return false;
    return rollover.condition === null || answerOf(rollover.condition, this.#customer) === true;
  }

  #buy({ at, thing, amount, pack }: Extract<LedgerEvent, { kind: 'bought' }>): void {
    const sold = this.plan.packs.find(({ text }) => text === pack);
    const account = this.#accountOf(thing);
    const { epochDay } = wallClockAt(account.ground.zone, at);
    const valid = sold?.valid ?? null;
    const expires = valid === null ? null : dateLater(account.ground, epochDay, valid);
    account.buy(at, new Fraction(amount), expires, pack !== null, sold?.origin ?? account.quota.origin);
  }

  /** What other tickets used. What there is not of it is beyond the quota, as with any use. */
  #useElsewhere({ at, thing, amount }: Extract<LedgerEvent, { kind: 'used' }>): void {
    const account = this.#accountOf(thing);
    const { over } = account.draw(at, new Fraction(amount), 'used');
    if (over.compare(0) <= 0) return;
    const { over: effect, origin } = account.quota;
    this.#post({
      at,
      kind: 'over',
      thing,
      amount: over,
      lot: null,
      account: this.#placeOf(account),
      balance: account.balance,
      ticket: null,
      name: null,
      effect,
      why: 'other tickets',
      origin,
    });
  }

  #accountOf(thing: string): Account {
    const found = this.#accounts.find(({ account }) => account.quota.thing === thing);
    if (found === undefined) throw new RangeError(`the plan counts no ${thing}`);
    return found.account;
  }

  #use(use: Use): void {
    const { name, key } = use;
    const charge = this.plan.charges.find((each) => each.name === name && selects(each.when, key));
    if (charge !== undefined) this.#charge(use, charge);
    else this.#useUnit(use);
  }

  /** A unit, or the length of the work, that a quota counts without a charge. */
  #useUnit(use: Use): void {
    const found = this.#accountFor(use.name, use.key);
    if (found === null) throw new RangeError(`the plan neither charges nor counts ${use.name}`);
    const { account, line } = found;
    const isTime = line.thing === 'hours';
    const of = isTime ? null : this.#once(use, line);
    if (of !== null && this.#charged.has(of)) {
      const why = line.oneIs === 'cause' && use.cause !== null ? 'the same cause' : 'the same ticket';
      this.#note(use, line.thing, 'free', ZERO, account, why, line.origin);
      return;
    }
    const amount = isTime
      ? this.#meter.amountOf(measureOfHours(line), this.#placeOf(account), use, () => this.#groundOf(null))
      : new Fraction(1);
    const draws = this.#draw(use, account, amount, line.origin);
    if (of !== null) this.#charged.set(of, { account, draws, amount });
  }

  #charge(use: Use, charge: PlanCharge): void {
    const { quantity } = charge.rate;
    const found = quantity.kind === 'units' ? this.#accountFor(quantity.thing, use.key) : null;
    const account = found?.account ?? null;
    const thing = quantity.kind === 'units' ? quantity.thing : quantity.currency;
    const free = this.#whyFree(use, charge);
    if (free !== null) {
      this.#note(use, thing, 'free', ZERO, account, free, charge.origin);
      return;
    }
    for (const other of charge.insteadOf) this.#takeBack(use, other, charge);
    const measure = measureOfCharge(charge, found?.line ?? null);
    const amount = this.#meter.amountOf(measure, charge.name, use, () => this.#groundOf(null));
    const key = this.#keyOf(use, charge);
    const before = this.#charged.get(key);
    const all = amount.add(before?.amount ?? ZERO);
    if (quantity.kind === 'money') {
      this.#note(use, thing, 'billed', amount, null, '', charge.origin);
      this.#charged.set(key, { account: null, draws: [], amount: all });
    } else if (account === null) {
      throw new RangeError(`no quota of ${quantity.thing} counts the ticket ${use.ticket}`);
    } else {
      const draws = this.#draw(use, account, amount, charge.origin);
      this.#charged.set(key, { account, draws: [...(before?.draws ?? []), ...draws], amount: all });
    }
  }

  /** Why a charge is not made; null where it is. A charge for work as a whole is made once. */
  #whyFree(use: Use, charge: PlanCharge): string | null {
    if (charge.freeWhen !== null && answerOf(charge.freeWhen, use.factOf) === true)
      return 'free in this case';
    const replaced = this.plan.charges.find(
      (other) => other.insteadOf.includes(charge.name) && this.#charged.has(this.#keyOf(use, other)),
    );
    if (replaced !== undefined) return `charged as ${replaced.name} instead`;
    const isWhole = charge.rate.of.kind === 'work';
    return isWhole && this.#charged.has(this.#keyOf(use, charge)) ? 'charged before' : null;
  }

  #takeBack(use: Use, name: string, by: PlanCharge): void {
    const replaced = this.plan.charges.find((each) => each.name === name);
    if (replaced === undefined) return;
    const key = this.#keyOf(use, replaced);
    const before = this.#charged.get(key);
    if (before === undefined) return;
    const why = `${by.name} instead of ${name}`;
    const { quantity } = replaced.rate;
    if (quantity.kind === 'money') {
      this.#note(use, quantity.currency, 'billed', before.amount.neg(), null, why, by.origin);
    } else if (before.account !== null) {
      const mark = this.#entries.length;
      before.account.giveBack(use.at, before.draws, why);
      this.#sign(mark, use, by.origin);
      const over = before.draws.reduce((left, { amount }) => left.sub(amount), before.amount);
      if (over.compare(0) > 0) this.#noteOver(use, before.account, over.neg(), why);
    }
    this.#charged.delete(key);
  }

  #draw(use: Use, account: Account, amount: Fraction, origin: PlanOrigin): readonly Draw[] {
    const mark = this.#entries.length;
    const { draws, over } = account.draw(use.at, amount, 'used');
    this.#sign(mark, use, origin);
    if (amount.equals(0))
      this.#note(use, account.quota.thing, 'free', ZERO, account, 'no time that counts', origin);
    if (over.compare(0) > 0) this.#noteOver(use, account, over, '');
    return draws;
  }

  #noteOver(use: Use, account: Account, amount: Fraction, why: string): void {
    const { over: effect, thing, origin } = account.quota;
    this.#note(use, thing, 'over', amount, account, why, origin, effect);
  }

  /** Writes whose use the entries since a mark are. */
  #sign(mark: number, { ticket, name }: Use, origin: PlanOrigin): void {
    this.#entries = this.#entries.map((entry, i) => (i < mark ? entry : { ...entry, ticket, name, origin }));
  }

  #note(
    { at, ticket, name }: Use,
    thing: string,
    kind: LedgerEntry['kind'],
    amount: Fraction,
    account: Account | null,
    why: string,
    origin: PlanOrigin,
    effect: LedgerEntry['effect'] = null,
  ): void {
    this.#post({
      at,
      kind,
      thing,
      amount,
      lot: null,
      account: account === null ? null : this.#placeOf(account),
      balance: account?.balance ?? ZERO,
      ticket,
      name,
      effect,
      why,
      origin,
    });
  }

  #placeOf(account: Account): number {
    return this.#accounts.findIndex((each) => each.account === account);
  }

  #accountFor(thing: string, key: TicketKey): { readonly account: Account; readonly line: PlanQuota } | null {
    const speaking = this.#accounts.flatMap(({ account, lines }) => {
      const line = lines.find((each) => each.thing === thing && selects(each.when, key));
      return line === undefined ? [] : [{ account, line, when: line.when }];
    });
    return narrowestOf(speaking);
  }

  /** What is charged once: a ticket, or all tickets of one cause. */
  #once(use: Use, { thing, oneIs }: PlanQuota): string | null {
    return oneIs === null ? null : this.#identity(use, oneIs, thing);
  }

  /** What is charged by a charge: a ticket, or, where it draws on a quota of causes, all tickets of one. */
  #keyOf(use: Use, { name, rate: { quantity } }: PlanCharge): string {
    const line = quantity.kind === 'units' ? this.#accountFor(quantity.thing, use.key)?.line : undefined;
    return this.#identity(use, line?.oneIs ?? 'ticket', name);
  }

  #identity({ ticket, cause }: Use, of: 'ticket' | 'cause', name: string): string {
    return JSON.stringify(
      of === 'cause' && cause !== null ? ['cause', cause, name] : ['ticket', ticket, name],
    );
  }

  #groundOf(zone: string | null): PeriodGround {
    const { plan } = this.#engine;
    const name = zone ?? plan.zone ?? plan.effective?.zone;
    if (name === undefined) throw new Error('the contract names no zone in which its periods begin');
    const start = plan.effective === null ? null : epochDayOfDate(plan.effective.from);
    return { zone: this.#engine.zone(name), start };
  }

  #post(entry: Omit<LedgerEntry, 'sequence'>): void {
    this.#sequence += 1;
    this.#entries.push({ sequence: this.#sequence, ...entry });
  }

  #taken(): readonly LedgerEntry[] {
    const taken = this.#entries;
    this.#entries = [];
    return taken;
  }
}

/** The lines that one clause was written out into, for the tickets that a calendar of it tells apart. */
function linesByOrigin(quotas: readonly PlanQuota[]): readonly (readonly PlanQuota[])[] {
  const clauses = new Map<string, PlanQuota[]>();
  for (const quota of quotas) {
    const { file, line, column } = quota.origin;
    const key = `${file}:${line}:${column}`;
    clauses.set(key, [...(clauses.get(key) ?? []), quota]);
  }
  return [...clauses.values()];
}
