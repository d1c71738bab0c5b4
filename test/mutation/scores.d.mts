export function withScores(
  table: string,
  found: readonly {
    readonly name: string;
    readonly total: number;
    readonly noticed: number;
    readonly explained: number;
  }[],
  at: { readonly commit: string; readonly date: string },
): string;
export function shareOf(noticed: number, total: number): string;
