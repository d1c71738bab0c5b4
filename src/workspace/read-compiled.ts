import type { CompiledPlan } from '../plan/model.ts';
import { readPlan } from '../plan/read-plan.ts';
import type { SourceFile } from '../text/source.ts';
import { Unreadable } from './unreadable.ts';

const AGAIN = 'compile the contract again: surety compile FILE --out PLAN.json';

/**
 * A compiled plan from the file that `compile` wrote, without parser and checker.
 * @throws {Unreadable} when it is damaged, of another version, or other JSON.
 */
export function readCompiled({ name, text }: SourceFile): CompiledPlan {
  const read = readPlan(text);
  switch (read.kind) {
    case 'plan':
      return read.plan;
    case 'unknown version':
      throw new Unreadable(
        name,
        `a compiled plan of version ${read.version}; this Surety reads version 1`,
        AGAIN,
      );
    case 'damaged':
      throw new Unreadable(name, `a compiled plan that is damaged: ${read.message}`, AGAIN);
    case 'something else':
      throw new Unreadable(
        name,
        'neither a contract nor a compiled plan',
        'name a .plan file, or what `surety compile` wrote',
      );
  }
}
