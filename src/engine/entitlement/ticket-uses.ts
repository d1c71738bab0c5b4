import type { PlanPlan } from '../../plan/model.ts';
import { selects } from '../select-target.ts';
import type { Use } from './ledger-model.ts';
import { type Happening, USED_AT, usesOf } from './uses-of.ts';
import type { WorkSpan } from './worked-time.ts';

/** A stretch of work on a ticket, and of what activity it was; null where nothing says. */
interface Piece {
  readonly activity: string | null;
  readonly span: WorkSpan;
  /** Whether a charge by time was made for it. */
  isCharged: boolean;
}

/** What a ticket was worked on, and what of that is counted already, as plain data that can be gone on from. */
export interface TicketUsesState {
  readonly pieces: readonly {
    readonly activity: string | null;
    readonly span: WorkSpan;
    readonly isCharged: boolean;
  }[];
  /** How many of the pieces a quota has counted, by its thing. */
  readonly drawn: readonly (readonly [thing: string, pieces: number])[];
}

/**
 * What a plan counts of one ticket, happening by happening in the order of time. A charge by time is made on its event for
 * all work of its name since the last time; a quota that is used when work ends is drawn on as each piece of work does, one
 * that is used at another event by all work since that event was last. A charge for work as a whole has no length.
 */
export class TicketUses {
  #pieces: Piece[] = [];
  #drawn = new Map<string, number>();

  get state(): TicketUsesState {
    return { pieces: this.#pieces.map((piece) => ({ ...piece })), drawn: [...this.#drawn] };
  }

  restore({ pieces, drawn }: TicketUsesState): void {
    this.#pieces = pieces.map((piece) => ({ ...piece }));
    this.#drawn = new Map(drawn);
  }

  /** What is used by a happening under the plan that the ticket then has, with the work that it is for. */
  take(plan: PlanPlan, happening: Happening): readonly Use[] {
    const { event, activity, work: own } = happening;
    for (const span of own) this.#pieces.push({ activity, span, isCharged: false });
    const all = this.#pieces.map(({ span }) => span);
    const isWork = event === 'work ended';
    return usesOf(plan, { ...happening, work: isWork ? own : all }).flatMap((use) => {
      const charge = plan.charges.find(({ name }) => name === use.name);
      if (charge !== undefined)
        return charge.rate.of.kind === 'work' ? [{ ...use, work: [] }] : this.#charge(use);
      const work = isWork ? own : all.slice(this.#drawn.get(use.name) ?? 0);
      this.#drawn.set(use.name, all.length);
      return [{ ...use, work }];
    });
  }

  /** Whether the work of a happening may still be counted at another event. */
  awaits({ charges, quotas }: PlanPlan, { event, activity, key }: Happening): boolean {
    const own = charges.filter(({ when }) => selects(when, key));
    const isCharged = own.some(
      ({ name, on, rate }) =>
        on !== event && rate.of.kind !== 'work' && (activity === null || activity === name),
    );
    const drawsOnHours = own.some(
      ({ rate: { quantity } }) => quantity.kind === 'units' && quantity.thing === 'hours',
    );
    return (
      isCharged ||
      (!drawsOnHours &&
        quotas.some(
          ({ thing, usedWhen, activity: paysFor, when }) =>
            thing === 'hours' &&
            usedWhen !== null &&
            USED_AT[usedWhen] !== event &&
            paysFor === null &&
            selects(when, key),
        ))
    );
  }

  /** Whether work has been charged for by time, or drawn from a bank of hours. */
  isCounted(span: WorkSpan): boolean {
    const place = this.#pieces.findIndex((piece) => piece.span === span);
    const piece = this.#pieces[place];
    return piece !== undefined && (piece.isCharged || place < (this.#drawn.get('hours') ?? 0));
  }

  #charge(use: Use): readonly Use[] {
    const due = this.#pieces.filter(
      ({ activity, isCharged }) => !isCharged && (activity === use.name || activity === null),
    );
    for (const piece of due) piece.isCharged = true;
    return due.length === 0 ? [] : [{ ...use, work: due.map(({ span }) => span) }];
  }
}
