/** As written: what is done as tickets go on, what a change does to running clocks, and what binds a contract. */
import type { Span } from '../text/source.ts';
import type { AmountNode, ConditionNode, Located, NameNode } from './part-tree.ts';

/** A length of time: `30 min`, `3 business days ending at close`, with the calendar named behind it. */
export interface StretchNode extends Located {
  readonly amount: AmountNode;
  readonly calendar: NameNode | null;
  readonly end: 'same time' | 'close' | null;
}

/** `rule "…" on EVENT when CONDITION then ACTION, …`. */
export interface RuleNode extends Located {
  readonly kind: 'rule';
  /** What the rule is called. */
  readonly title: NameNode;
  /** Null for a rule that always holds, such as a cap. */
  readonly trigger: TriggerNode | null;
  readonly when: ConditionNode | null;
  readonly actions: readonly ActionNode[];
  /** What follows the first stage of a rule that fires after a time in a state. */
  readonly stages: readonly StageNode[];
  /** Events after which a rule of stages begins again although the ticket stays in its state. */
  readonly resetBy: readonly NameNode[];
  readonly consent: ConsentNode | null;
}

/** `after 4 more business days then close`. */
export interface StageNode extends Located {
  readonly stretch: StretchNode;
  readonly actions: readonly ActionNode[];
}

export type TriggerNode = Located &
  (
    | { readonly kind: 'event'; readonly event: NameNode }
    | { readonly kind: 'state'; readonly stretch: StretchNode; readonly state: NameNode }
    | {
        readonly kind: 'due';
        readonly stretch: StretchNode;
        readonly side: 'before' | 'after';
        readonly metric: NameNode;
      }
  );

export type ActionNode = Located &
  (
    | { readonly kind: 'set severity' | 'cap severity'; readonly severity: NameNode }
    | { readonly kind: 'raise' | 'lower'; readonly to: NameNode }
    | {
        readonly kind: 'raise by steps' | 'lower by steps';
        readonly steps: readonly { readonly from: NameNode; readonly to: NameNode; readonly span: Span }[];
      }
    | { readonly kind: 'tell'; readonly whom: NameNode }
    | { readonly kind: 'severity by facts' | 'close' | 'wait' }
  );

/** `if customer agrees`; null where nothing is said of a customer who does not answer. */
export interface ConsentNode extends Located {
  readonly silence:
    { readonly kind: 'refuses' } | { readonly kind: 'agrees'; readonly after: StretchNode } | null;
}

/** `escalate resolve at 50% to "team lead"`. */
export interface EscalateNode extends Located {
  readonly kind: 'escalate';
  readonly metric: NameNode;
  readonly steps: readonly { readonly percent: NameNode; readonly to: string }[];
}

/** `on raise count from open, …`. */
export interface ChangeNode extends Located {
  readonly kind: 'on change';
  readonly of: ChangeKind;
  readonly basis: ChangeBasisNode;
  readonly rules: readonly ChangeRuleNode[];
}

export const CHANGE_KINDS = [
  'raise',
  'lower',
  'correction',
  'completion',
  'change of channel',
  'change of region',
  'change of plan',
  'change of type',
  'change of a fact',
] as const;

export type ChangeKind = (typeof CHANGE_KINDS)[number];

export type ChangeBasisNode = Located &
  (
    | { readonly kind: 'from open' | 'from change' | 'keep elapsed' | 'keep old' | 'proportional' }
    | { readonly kind: 'from event'; readonly event: NameNode }
  );

export type ChangeRuleNode = Located &
  (
    | { readonly kind: 'earlier of both' }
    /** `event` is null for the change itself. */
    | { readonly kind: 'floor'; readonly stretch: StretchNode; readonly event: NameNode | null }
    | { readonly kind: 'late from'; readonly value: 'deadline' | 'change' }
    | { readonly kind: 'breach'; readonly value: 'stays' | 'is forgotten' }
    | { readonly kind: 'met stays' }
  );

/** When the customer may move to another plan. */
export type PlanMoveNode = 'any time' | 'after notice' | 'end of term';

/** The clauses of a contract that bind it: which version holds, for how long, with which papers. */
export type ContractTermNode = Located &
  (
    | { readonly kind: 'binds'; readonly event: NameNode }
    | { readonly kind: 'tickets in flight'; readonly basis: ChangeBasisNode }
    | { readonly kind: 'term'; readonly stretch: StretchNode }
    /** `to` names the period, or the term, to whose end notice is given; null for any day. */
    | { readonly kind: 'notice'; readonly stretch: StretchNode; readonly to: NameNode | null }
    | { readonly kind: 'upgrade' | 'downgrade'; readonly when: PlanMoveNode }
    | { readonly kind: 'tzdata'; readonly version: NameNode }
    /** `holidays do not close 24x7`. */
    | { readonly kind: 'holidays' }
    | { readonly kind: 'document'; readonly text: string; readonly at: string | null }
    | { readonly kind: 'language'; readonly level: NameNode }
    | NoteNode
  );

export interface NoteNode extends Located {
  readonly kind: 'note';
  readonly text: string;
}
