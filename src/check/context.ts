import type { Collector } from '../diagnostics/collector.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Code, Params } from '../diagnostics/registry.ts';
import { positionAt, type SourceFile, type Span } from '../text/source.ts';
import type { Origin } from './model.ts';
import type { SimulationData } from './simulation-data.ts';

/** Where a check stands: the file, the path in the document, and where findings go. */
export interface CheckContext {
  readonly source: SourceFile;
  readonly path: readonly string[];
  readonly collector: Collector;
  /** In a simulation, what the files hold that it names. */
  readonly data?: SimulationData;
}

export function within(context: CheckContext, ...steps: readonly string[]): CheckContext {
  return { ...context, path: [...context.path, ...steps] };
}

export function report<C extends Code>(
  context: CheckContext,
  code: C,
  span: Span,
  params: Params<C>,
  related: Diagnostic['related'] = [],
): void {
  context.collector.report(code, { source: context.source, span }, params, { path: context.path, related });
}

/** The place where a thing was said before, for a finding on the second. */
export function firstSaid({ source }: CheckContext, span: Span): Diagnostic['related'] {
  return [{ message: 'first said here', place: { source, span } }];
}

export function originOf(context: CheckContext, span: Span): Origin {
  const { line, column } = positionAt(context.source, span.start);
  return { file: context.source.name, line, column, path: context.path };
}
