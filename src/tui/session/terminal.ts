import type { Size } from '../painter/frame-diff.ts';

/** What a session needs of the process it runs in, so that tests can hand it their own. */
export interface TuiTerminal {
  readonly input: TerminalInput;
  readonly output: TerminalOutput;
  readonly process: TerminalProcess;
  readonly world: TerminalWorld;
}

/** What a screen may ask for beyond the terminal. */
export interface TerminalWorld {
  /** The text of a file; rejects with the error of the file system. */
  readonly readFile: (path: string) => Promise<string>;
  /** Writes a text to a file; rejects with the error of the file system. */
  readonly writeFile: (path: string, content: string) => Promise<void>;
  /**
   * Runs the user's editor on the terminal, which has been given back to it, and waits until it ends. Nothing else
   * happens meanwhile. Rejects with a sentence for the user when there is no editor or it failed.
   */
  readonly edit: (file: string, line: number) => Promise<void>;
}

export interface TerminalInput {
  /** Keys one by one and unchanged, or lines edited by the terminal. */
  readonly setRawMode: (raw: boolean) => void;
  /** Calls back with what is typed until the function returned is called; then the input is let go. */
  readonly listen: (typed: (text: string) => void, ended: () => void) => () => void;
}

export interface TerminalOutput {
  readonly size: () => Size;
  /** False when the terminal cannot keep up. */
  readonly write: (bytes: string) => boolean;
  readonly whenDrained: (callback: () => void) => void;
  /** Calls back at every change of size until the function returned is called. */
  readonly onResize: (resized: () => void) => () => void;
}

export type TerminalSignal = 'SIGINT' | 'SIGTERM' | 'SIGHUP' | 'SIGTSTP' | 'SIGCONT';

export interface TerminalProcess {
  /** Calls back at a signal instead of what it would do, until the function returned is called. */
  readonly onSignal: (signal: TerminalSignal, callback: () => void) => () => void;
  /** Calls back with an error that nobody caught, until the function returned is called. */
  readonly onUncaught: (callback: (error: unknown) => void) => () => void;
  /** Stops this process and those started with it, as the terminal does on Ctrl-Z. */
  readonly suspend: () => void;
  /** Takes what libraries print to the console, until the function returned is called. */
  readonly holdConsole: () => () => void;
}
