import { asUnreadable } from '../../workspace/unreadable.ts';
import type { Problem } from '../state/state.ts';

/** What went wrong in words, with a way out where the error knows one. */
export function problemOf(doing: string, error: unknown, path: string | null = null): Problem {
  const told = path === null ? error : inWords(path, error);
  const message = told instanceof Error ? told.message : String(told);
  const help = typeof told === 'object' && told !== null && 'help' in told ? told.help : null;
  return { doing, message, help: typeof help === 'string' ? help : null };
}

function inWords(path: string, error: unknown): unknown {
  try {
    return asUnreadable(path, error);
  } catch {
    return error;
  }
}
