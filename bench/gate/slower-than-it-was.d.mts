export const ALLOWED: number;
export function slowerThanItWas(
  measured: Readonly<Record<string, number>>,
  recorded: Readonly<Record<string, number>>,
): { readonly slower: readonly string[]; readonly stale: readonly string[] };
