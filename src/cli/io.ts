import type { Palette } from '../diagnostics/palette.ts';

/** Everything of the process that a verb may touch, so that tests can hand it their own. */
export interface Io {
  /** Answers: what a person reads, a pipe passes on. */
  readonly out: Output;
  /** Progress, diagnostics that are not the answer, complaints. */
  readonly err: Output;
  readonly stdin: Input;
  readonly env: NodeJS.ProcessEnv;
  readonly versions: NodeJS.ProcessVersions;
  /** The clock, in ms since 1970; only what is shown to people by default may hang on it. */
  readonly now: () => number;
}

export interface Input extends AsyncIterable<Buffer | string> {
  readonly isTerminal: boolean;
}

export interface Output {
  readonly write: (text: string) => void;
  /** The same for bytes of UTF-8, which are the stream's from then on. */
  readonly writeBytes: (bytes: Uint8Array) => void;
  /** Waits until what was written has been taken, so that a long answer does not pile up in memory. */
  readonly drained: () => Promise<void>;
  readonly isTerminal: boolean;
  /** Width in characters; 80 where there is no terminal to ask. */
  readonly columns: number;
}

/** What a verb is given besides its own options. */
export interface Surroundings extends Io {
  /** Palettes of the two streams, after `--color` and the environment were heard. */
  readonly outPalette: Palette;
  readonly errPalette: Palette;
}
