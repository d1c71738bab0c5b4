import { EXIT } from './exit-code.ts';

/**
 * Ends the process on Ctrl-C and TERM with the exit codes for them, at once. Files are written aside and renamed,
 * so nothing is left half-written. The function that comes back takes this off again, for a terminal UI that must
 * put the terminal back first.
 */
export function exitOnSignals(): () => void {
  const interrupted = () => process.exit(EXIT.interrupted);
  const terminated = () => process.exit(EXIT.terminated);
  process.on('SIGINT', interrupted).on('SIGTERM', terminated);
  return () => {
    process.off('SIGINT', interrupted).off('SIGTERM', terminated);
  };
}
