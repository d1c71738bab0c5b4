export interface Accepted {
  readonly file: string;
  readonly line: string;
  readonly mutator: string;
  readonly replacement?: string;
  readonly reason: string;
}

export interface Mutant {
  readonly mutatorName: string;
  readonly replacement: string;
  readonly status: string;
  readonly location: {
    readonly start: { readonly line: number; readonly column: number };
    readonly end: { readonly line: number; readonly column: number };
  };
}

export interface Report {
  readonly files: Readonly<Record<string, { readonly source: string; readonly mutants: readonly Mutant[] }>>;
}

export const LEAST: number;
export function judgeReport(
  report: Report,
  accepted: readonly Accepted[],
): {
  readonly perFile: readonly {
    readonly name: string;
    readonly total: number;
    readonly noticed: number;
    readonly explained: number;
    readonly unexplained: number;
  }[];
  readonly noticed: number;
  readonly total: number;
  readonly unexplained: readonly {
    readonly place: string;
    readonly mutator: string;
    readonly was: string;
    readonly is: string;
  }[];
  readonly outdated: readonly Accepted[];
};
