import type { PromiseWordNode } from './cell-tree.ts';
import type { MoneyAmountNode } from './entitlement-tree.ts';
import type { Located, MomentNode, NameNode } from './part-tree.ts';

/** What must be true of a ticket's story. */
export type ExpectationNode =
  | (ClockNamed & { readonly kind: 'expect by'; readonly by: MomentNode })
  /** The first bound of a range. */
  | (ClockNamed & { readonly kind: 'expect aimed'; readonly by: MomentNode })
  | (ClockNamed & { readonly kind: 'expect word'; readonly word: PromiseWordNode })
  | (ClockNamed & {
      readonly kind: 'expect status';
      readonly status: ExpectedStatus;
      readonly at: MomentNode | null;
    })
  | ({
      readonly kind: 'expect severity';
      readonly becomes: boolean;
      readonly severity: NameNode;
      readonly at: MomentNode | null;
    } & Located)
  | ({ readonly kind: 'expect state'; readonly state: NameNode; readonly at: MomentNode | null } & Located)
  | ({
      readonly kind: 'expect notice';
      readonly no: boolean;
      readonly to: NameNode;
      readonly at: MomentNode | null;
    } & Located)
  | ({ readonly kind: 'expect charge'; readonly charge: ExpectedChargeNode } & Located)
  | ({ readonly kind: 'expect refused'; readonly because: NameNode | null } & Located)
  | ({ readonly kind: 'expect closed'; readonly at: MomentNode | null } & Located);

export type ExpectedStatus = 'met' | 'missed' | 'running' | 'paused' | 'cancelled' | 'not started';

export type ExpectedChargeNode =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'money'; readonly money: MoneyAmountNode }
  /** Drawn from a quota, or beyond it. */
  | { readonly kind: 'units' | 'over'; readonly amount: NameNode; readonly thing: NameNode };

interface ClockNamed extends Located {
  readonly metric: NameNode;
  /** Which run of a clock that repeats, as written; null for the last. */
  readonly occurrence: NameNode | null;
}
