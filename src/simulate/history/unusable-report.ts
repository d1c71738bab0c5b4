/**
 * What of a log could not be used, one by one, as it is found: a row that cannot be read, a ticket that cannot be judged.
 * The figures of an outcome count the same by reason, with three examples of each.
 */
export type UnusableEntry =
  | { readonly kind: 'row'; readonly line: number; readonly ticket?: string; readonly reason: string }
  | {
      readonly kind: 'ticket';
      readonly ticket: string;
      readonly reason: string;
      /** What stands in the log. */
      readonly found?: string;
    };

export type ReportUnusable = (entry: UnusableEntry) => void;
