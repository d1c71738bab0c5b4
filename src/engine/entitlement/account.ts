import Fraction from 'fraction.js';
import type { PlanQuota, PlanRollover } from '../../plan/entitlement-model.ts';
import type { PlanOrigin } from '../../plan/model.ts';
import type { InstantMs } from '../../time/types.ts';
import { wallClockAt } from '../../time/zone-arithmetic.ts';
import type { LedgerEntry, Lot } from './ledger-model.ts';
import { dateLater, periodAfter, periodAt, type PeriodGround, type PeriodSpan } from './period.ts';

/** What an account says of one of its movements; the ledger adds the rest. */
export type Movement = Pick<LedgerEntry, 'at' | 'kind' | 'amount' | 'lot' | 'balance'> &
  Partial<Pick<LedgerEntry, 'why' | 'origin'>>;

/** Units taken from one lot. */
export interface Draw {
  readonly lot: number;
  readonly amount: Fraction;
}

/** An account as plain data, amounts as fractions in words, so that it can be kept and gone on with. */
export interface AccountState {
  readonly lots: readonly (Omit<Lot, 'left'> & { readonly left: string })[];
  readonly lotCount: number;
  readonly turning: PeriodSpan | null;
  readonly drawing: PeriodSpan | null;
  readonly usedWhileDrawing: string;
  readonly owed: string;
  readonly turned: InstantMs;
  readonly carriedOver: { readonly since: InstantMs | null; readonly amount: string };
}

const ZERO = new Fraction(0);

/** A quota whose units are used up, and the lots that it has: those of its periods, and those that were bought. */
export class Account {
  readonly quota: PlanQuota;
  readonly rollover: PlanRollover | null;
  readonly ground: PeriodGround;
  readonly #post: (movement: Movement) => void;
  #lots: readonly Lot[] = [];
  #lotCount = 0;
  #turning: PeriodSpan | null = null;
  #drawing: PeriodSpan | null = null;
  #usedWhileDrawing = ZERO;
  /** What was not there to be drawn as the least, and may be drawn later. */
  #owed = ZERO;
  #turns: InstantMs[];
  #carriedOver = { since: Number.NaN, amount: ZERO };

  constructor(
    quota: PlanQuota,
    rollover: PlanRollover | null,
    ground: PeriodGround,
    start: InstantMs,
    post: (movement: Movement) => void,
  ) {
    this.quota = quota;
    this.rollover = rollover;
    this.ground = ground;
    this.#post = post;
    this.#turns = [start];
    const turns = quota.period ?? (quota.amount === null ? (rollover?.period ?? null) : null);
    if (turns !== null) this.#turning = periodAt(turns, ground, start);
    if (quota.leastDrawn !== null) this.#drawing = periodAt(quota.leastDrawn.period, ground, start);
    this.#grant(start);
  }

  get state(): AccountState {
    const { since, amount } = this.#carriedOver;
    return {
      lots: this.#lots.map((lot) => ({ ...lot, left: lot.left.toFraction() })),
      lotCount: this.#lotCount,
      turning: this.#turning,
      drawing: this.#drawing,
      usedWhileDrawing: this.#usedWhileDrawing.toFraction(),
      owed: this.#owed.toFraction(),
      turned: this.#turns[this.#turns.length - 1] as InstantMs,
      carriedOver: { since: Number.isNaN(since) ? null : since, amount: amount.toFraction() },
    };
  }

  /** Goes on from where another account of the same quota was. */
  restore({
    lots,
    lotCount,
    turning,
    drawing,
    usedWhileDrawing,
    owed,
    turned,
    carriedOver,
  }: AccountState): void {
    this.#lots = lots.map((lot) => ({ ...lot, left: new Fraction(lot.left) }));
    this.#lotCount = lotCount;
    this.#turning = turning;
    this.#drawing = drawing;
    this.#usedWhileDrawing = new Fraction(usedWhileDrawing);
    this.#owed = new Fraction(owed);
    this.#turns = [turned];
    this.#carriedOver = { since: carriedOver.since ?? NaN, amount: new Fraction(carriedOver.amount) };
  }

  /** When its periods began, the first with the customer's start. */
  get turns(): readonly InstantMs[] {
    return this.#turns;
  }

  get balance(): Fraction {
    return this.#lots.reduce((sum, { left }) => sum.add(left), ZERO);
  }

  /** When something happens next by itself: a least is drawn, units expire, or a period ends. */
  get nextBoundary(): InstantMs {
    const expiries = this.#lots.map(({ expires }) => expires ?? Infinity);
    return Math.min(this.#drawing?.to ?? Infinity, this.#turning?.to ?? Infinity, ...expiries);
  }

  /** What happens at a boundary, in its order: the least is drawn, units expire, the period turns. */
  pass(at: InstantMs, goesOver: () => boolean): void {
    if (this.#drawing?.to === at) this.#drawLeast(at, this.#drawing);
    this.#expire(at);
    if (this.#turning?.to === at) this.#turn(at, this.#turning, goesOver());
  }

  buy(at: InstantMs, amount: Fraction, expires: InstantMs | null, isPack: boolean, origin: PlanOrigin): void {
    const lot = this.#add({ left: amount, since: at, turns: !isPack, carried: 0, expires });
    this.#post({ at, kind: 'bought', amount, lot, balance: this.balance, origin });
  }

  /** Takes what is there of an amount, lot by lot; what is not there is handed back. */
  draw(at: InstantMs, amount: Fraction, kind: 'used' | 'drawn'): { draws: readonly Draw[]; over: Fraction } {
    const draws: Draw[] = [];
    let over = amount;
    for (const { id, left } of this.#inOrder()) {
      const taken = left.lt(over) ? left : over;
      if (taken.equals(0)) continue;
      over = over.sub(taken);
      this.#change(id, taken.neg());
      draws.push({ lot: id, amount: taken });
      this.#post({ at, kind, amount: taken, lot: id, balance: this.balance });
    }
    this.#usedWhileDrawing = this.#usedWhileDrawing.add(amount.sub(over));
    return { draws, over };
  }

  /** Puts back what another charge has taken the place of. A lot that has lapsed since lapses with what comes back. */
  giveBack(at: InstantMs, draws: readonly Draw[], why: string): void {
    for (const { lot, amount } of draws) {
      if (!this.#lots.some(({ id }) => id === lot)) continue;
      this.#change(lot, amount);
      this.#usedWhileDrawing = this.#usedWhileDrawing.sub(amount);
      this.#post({ at, kind: 'given back', amount, lot, balance: this.balance, why });
    }
  }

  /** An event from which what is left expires. */
  hear(at: InstantMs, event: string): void {
    const { rollover } = this;
    if (rollover === null || rollover.expiresAfter === null || rollover.expiresFrom !== event) return;
    const { epochDay } = wallClockAt(this.ground.zone, at);
    const expires = dateLater(this.ground, epochDay, rollover.expiresAfter);
    this.#lots = this.#lots.map((lot) => ({ ...lot, expires: Math.min(lot.expires ?? Infinity, expires) }));
  }

  #grant(at: InstantMs): void {
    if (this.quota.amount === null) return;
    const amount = new Fraction(String(this.quota.amount));
    const lot = this.#add({ left: amount, since: at, turns: true, carried: 0, expires: null });
    this.#post({ at, kind: 'granted', amount, lot, balance: this.balance });
  }

  /** What lapses with its period before what was bought to last, each as the contract orders it. */
  #inOrder(): readonly Lot[] {
    const newest = this.rollover?.order === 'newest first';
    return [...this.#lots].sort((a, b) => {
      if (a.turns !== b.turns) return a.turns ? -1 : 1;
      const later = a.id - b.id;
      return newest && a.turns ? -later : later;
    });
  }

  #drawLeast(at: InstantMs, span: PeriodSpan): void {
    const least = this.quota.leastDrawn;
    if (least === null) return;
    const short = new Fraction(String(least.amount)).sub(this.#usedWhileDrawing);
    const due = this.#owed.add(short.lt(0) ? ZERO : short);
    const { over } = this.draw(at, due, 'drawn');
    this.#owed = least.madeUpLater ? over : ZERO;
    this.#usedWhileDrawing = ZERO;
    this.#drawing = periodAfter(least.period, this.ground, span);
  }

  #expire(at: InstantMs): void {
    for (const { id, left, expires } of this.#lots) {
      if (expires === null || expires > at) continue;
      this.#lots = this.#lots.filter((lot) => lot.id !== id);
      if (left.compare(0) > 0)
        this.#post({
          at,
          kind: 'expired',
          amount: left,
          lot: id,
          balance: this.balance,
          ...this.#byRollover(),
        });
    }
  }

  #turn(at: InstantMs, ended: PeriodSpan, goesOver: boolean): void {
    const next = periodAfter(this.#turnPeriod(), this.ground, ended);
    this.#turning = next;
    this.#turns.push(at);
    const carried: { readonly lot: number; readonly amount: Fraction }[] = [];
    for (const lot of this.#inOrder()) {
      if (!lot.turns) continue;
      const goes = goesOver ? this.#carries(lot, at) : ZERO;
      const lost = lot.left.sub(goes);
      const others = this.#lots.filter(({ id }) => id !== lot.id);
      this.#lots = goes.equals(0) ? others : [...others, this.#carriedInto(lot, goes, next)];
      if (lost.compare(0) > 0)
        this.#post({ at, kind: 'expired', amount: lost, lot: lot.id, balance: this.balance });
      if (goes.compare(0) > 0) carried.push({ lot: lot.id, amount: goes });
    }
    // What lapses is the last of the period that ends, what goes over the first of the one that begins.
    for (const { lot, amount } of carried)
      this.#post({ at, kind: 'carried', amount, lot, balance: this.balance, ...this.#byRollover() });
    this.#grant(at);
  }

  #turnPeriod(): NonNullable<PlanQuota['period']> {
    const period = this.quota.period ?? this.rollover?.period ?? null;
    if (period === null) throw new Error('an account without a period does not turn');
    return period;
  }

  /** How much of a lot goes over: what the limit still allows, of what may be carried at all. */
  #carries({ left, carried }: Lot, at: InstantMs): Fraction {
    const { rollover } = this;
    if (rollover === null || (rollover.carried === 'once' && carried > 0)) return ZERO;
    if (rollover.upTo === null) return left;
    // All that is carried at a time passes here at the turn; within a period of its own several turns may.
    const since = rollover.period === null ? at : periodAt(rollover.period, this.ground, at - 1).from;
    if (this.#carriedOver.since !== since) this.#carriedOver = { since, amount: ZERO };
    const allowed = new Fraction(String(rollover.upTo)).sub(this.#carriedOver.amount);
    const goes = left.lt(allowed) ? left : allowed;
    this.#carriedOver = { since, amount: this.#carriedOver.amount.add(goes) };
    return goes;
  }

  /** What is carried expires so long after the beginning of the period into which it first goes over. */
  #carriedInto(lot: Lot, left: Fraction, { firstDay }: PeriodSpan): Lot {
    const { expiresAfter = null, expiresFrom = null } = this.rollover ?? {};
    const lasts =
      expiresAfter === null || expiresFrom !== null || lot.carried > 0
        ? lot.expires
        : dateLater(this.ground, firstDay, expiresAfter);
    return { ...lot, left, carried: lot.carried + 1, expires: lasts };
  }

  #byRollover(): { readonly origin: PlanOrigin } | Record<string, never> {
    return this.rollover === null ? {} : { origin: this.rollover.origin };
  }

  #add(lot: Omit<Lot, 'id'>): number {
    this.#lotCount += 1;
    this.#lots = [...this.#lots, { id: this.#lotCount, ...lot }];
    return this.#lotCount;
  }

  #change(id: number, by: Fraction): void {
    this.#lots = this.#lots.map((lot) => (lot.id === id ? { ...lot, left: lot.left.add(by) } : lot));
  }
}
