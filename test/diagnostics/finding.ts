import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { createSourceFile } from '../../src/text/source.ts';

/** A finding on the text between `«` and `»`. */
export function finding(marked: string, more: Partial<Diagnostic> = {}): Diagnostic {
  const start = marked.indexOf('«');
  const end = marked.indexOf('»') - 1;
  const source = createSourceFile('desk.plan', marked.replace(/[«»]/g, ''));
  return {
    code: 'time/bare-days',
    level: 'error',
    message: '`2 days` does not say which days',
    place: { source, span: { start, end } },
    path: [],
    params: {},
    why: null,
    consequence: null,
    help: null,
    related: [],
    fixes: [],
    ...more,
  };
}
