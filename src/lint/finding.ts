import type { CheckedContract, Origin } from '../check/model.ts';
import type { lintDiagnostics } from '../diagnostics/catalog/lint.ts';
import type { Params } from '../diagnostics/registry.ts';
import type { FileNode } from '../syntax/tree.ts';

export type LintCode = keyof typeof lintDiagnostics;

/** What a rule found: its code, what the message needs, and where, as the checked contract knows the place. */
export interface LintFinding<C extends LintCode = LintCode> {
  readonly code: C;
  readonly params: Params<C>;
  readonly origin: Origin;
  readonly related: readonly { readonly message: string; readonly origin: Origin }[];
}

/** A contract without errors, and the files that it was read from, its own first. */
export interface LintSubject {
  readonly contract: CheckedContract;
  readonly files: readonly FileNode[];
}

/** Looks at one thing in a contract. The order of what it finds does not matter. */
export type LintRule = (subject: LintSubject) => readonly LintFinding[];

export function finding<C extends LintCode>(
  code: C,
  origin: Origin,
  params: Params<C>,
  related: LintFinding['related'] = [],
): LintFinding<C> {
  return { code, params, origin, related };
}
