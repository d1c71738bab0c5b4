import type { Span } from '../text/source.ts';
import type { ContractTermNode } from './conduct-tree.ts';
import type { ConditionNode, Declared, Located, NameNode, ZoneChoiceNode, ZoneNode } from './part-tree.ts';

/** `import "shared/calendars.plan"`: what another file declares, as if it stood here. */
export interface ImportNode extends Located {
  readonly kind: 'import';
  readonly path: NameNode;
}

export interface ContractNode extends Declared {
  readonly kind: 'contract';
  readonly version: NameNode | null;
  readonly parties: readonly { readonly role: string; readonly name: string; readonly span: Span }[];
  readonly effective: readonly {
    readonly from: NameNode;
    readonly until: NameNode | null;
    readonly zone: ZoneNode;
    readonly span: Span;
  }[];
  readonly zones: readonly ZoneChoiceNode[];
  readonly currencies: readonly NameNode[];
  /** The first days of fiscal years, as written. */
  readonly fiscalYears: readonly NameNode[];
  readonly terms: readonly ContractTermNode[];
}

export interface FactsNode extends Located {
  readonly kind: 'facts';
  readonly rows: readonly FactNode[];
  readonly broken: boolean;
}

export interface FactNode extends Declared {
  readonly type:
    | { readonly kind: 'words'; readonly words: readonly NameNode[] }
    | { readonly kind: 'truth' | 'number' | 'text' };
}

/** `channel fax "…"` and its like. */
export interface WordNode extends Declared {
  readonly kind: 'channel' | 'activity' | 'metric' | 'type' | 'event' | 'state';
}

export interface SeveritiesNode extends Located {
  readonly kind: 'severities';
  readonly rows: readonly SeverityNode[];
  readonly broken: boolean;
}

/** `matrix impact by urgency { … }`: a severity for each pair of values of two facts. */
export interface MatrixNode extends Located {
  readonly kind: 'matrix';
  /** The fact whose values begin the rows, and the one whose values stand above the columns. */
  readonly facts: readonly [NameNode, NameNode];
  /** Null where the row that names them is missing or cannot be read. */
  readonly columns: readonly NameNode[] | null;
  readonly rows: readonly MatrixRowNode[];
  readonly broken: boolean;
}

export interface MatrixRowNode extends Located {
  readonly values: readonly NameNode[];
  readonly severities: readonly NameNode[];
}

export interface SeverityNode extends Declared {
  readonly aliases: readonly NameNode[];
  readonly when: ConditionNode | 'otherwise' | null;
}

export interface RegionsNode extends Located {
  readonly kind: 'regions';
  readonly key: NameNode;
  readonly rows: readonly RegionNode[];
  readonly broken: boolean;
}

export interface RegionNode extends Declared {
  readonly zone: ZoneChoiceNode | null;
  readonly holidays: readonly NameNode[];
  /** Whose holidays they are, where no sets are named: `of customer`. */
  readonly holidaysOf: NameNode | null;
}
