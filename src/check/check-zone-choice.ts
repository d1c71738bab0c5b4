import type { CalendarNode, ZoneChoiceNode } from '../syntax/tree.ts';
import type { Span } from '../text/source.ts';
import { checkZone } from './check-time.ts';
import { type CheckContext, firstSaid, report } from './context.ts';
import type { ZoneChoice } from './model.ts';

/** What a calendar says of whose dates count. */
export interface DatesOf {
  readonly said: boolean;
  /** Null where it says nothing, or nothing that could be made out. */
  readonly zone: ZoneChoice | null;
  readonly lost: boolean;
}

/** The `dates of` lines of a calendar, of which there may be one. */
export function checkDatesOf(context: CheckContext, node: CalendarNode): DatesOf {
  const [first, second] = node.clauses.filter((clause) => clause.kind === 'dates of');
  if (first === undefined) return { said: false, zone: null, lost: false };
  if (second !== undefined) {
    report(context, 'calendar/dates-of-twice', second.span, {}, firstSaid(context, first.span));
  }
  const zone = checkZoneChoice(context, first.choice, first.span);
  return { said: true, zone, lost: zone === null };
}

/** A zone, or that of the region; null, and a finding at the clause, where it is neither. */
export function checkZoneChoice(
  context: CheckContext,
  choice: ZoneChoiceNode,
  clause: Span,
): ZoneChoice | null {
  if (choice.kind === 'zone') return checkZone(context, choice.zone);
  if (choice.owner.text === 'region') return { kind: 'region' };
  if (choice.owner.text === 'customer') {
    report(context, 'syntax/not-yet', clause, { word: 'zone of customer', what: "the customer's own zone" });
  } else {
    report(context, 'names/unknown', choice.owner.span, {
      kind: 'owner of a zone',
      name: choice.owner.text,
      nearest: 'region',
      candidates: ['region'],
    });
  }
  return null;
}
