import schema from '../../docs/compiled-plan.schema.json' with { type: 'json' };
import { firstMismatch } from './match-schema.ts';
import type { CompiledPlan } from './model.ts';
import { firstLooseEnd } from './loose-ends.ts';

const VERSION = 1;

/** What a text turned out to be that should be a compiled plan. */
export type PlanReading =
  | { readonly kind: 'plan'; readonly plan: CompiledPlan }
  /** Written by a compiler whose plans this version does not know. */
  | { readonly kind: 'unknown version'; readonly version: string }
  /** `message` begins with the place in the file where there is one. */
  | { readonly kind: 'damaged'; readonly message: string }
  /** JSON, but nothing that says it is a compiled plan. */
  | { readonly kind: 'something else' };

/**
 * Reads the JSON that `surety compile` and `writePlan` write. Everything in it is held against the published schema, so the
 * engine can rely on it. Never throws: what is wrong is told by `kind`.
 */
export function readPlan(text: string): PlanReading {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { kind: 'damaged', message: 'not whole, or not JSON' };
  }
  if (typeof value !== 'object' || value === null || !('format' in value) || value.format !== 'surety-plan') {
    return { kind: 'something else' };
  }
  const version = 'version' in value ? value.version : null;
  if (version !== VERSION) return { kind: 'unknown version', version: JSON.stringify(version) };
  const mismatch = firstMismatch(schema, value);
  if (mismatch !== null) return { kind: 'damaged', message: mismatch };
  const plan = value as CompiledPlan;
  const looseEnd = firstLooseEnd(plan);
  return looseEnd === null ? { kind: 'plan', plan } : { kind: 'damaged', message: looseEnd };
}
