/** The terminal UI. It is bundled apart and loaded on demand. */
import type { TuiModel, TuiOptions, TuiSource } from './model.ts';
import { runSession } from './session/session.ts';
import type { TuiExit } from './session/session.ts';
import type { TuiTerminal } from './session/terminal.ts';

export { processTerminal } from './session/process-terminal.ts';
export { zoneWallClock } from './wall-clock.ts';
export type { TuiExit } from './session/session.ts';
export type { ThemeName } from './text/theme.ts';
export type { TuiTerminal } from './session/terminal.ts';
export type {
  Accounting,
  Advise,
  Arriving,
  DeskNow,
  Differ,
  Explain,
  Happening,
  Happenings,
  Clocks,
  CoverageDay,
  CoverageHours,
  CoverageQuestions,
  CoverageSubject,
  HourCell,
  LoadingModel,
  Pending,
  ReadyModel,
  Rerunning,
  RunAgain,
  Sentence,
  Stretch,
  TellWeeks,
  TuiModel,
  TuiOptions,
  TuiSource,
  WallClock,
  WorstWait,
} from './model.ts';

/**
 * Shows the model on the terminal until the user leaves, and says how: 0, 130 after Ctrl-C, 143 when terminated.
 * It may start with a `loading` model; `source` then brings its progress and the outcome. The terminal is as it was
 * before when this settles. It rejects with what `source.later` threw and with errors of its own.
 */
export function runTui(
  model: TuiModel,
  terminal: TuiTerminal,
  options: TuiOptions = { colour: true, ascii: false },
  source: TuiSource = {},
): Promise<TuiExit> {
  return runSession(model, terminal, options, source);
}
