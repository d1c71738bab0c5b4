import { PassThrough } from 'node:stream';
import { render } from 'ink';
import type { Size } from '../painter/frame-diff.ts';
import { createInkStream } from '../painter/ink-stream.ts';
import type { TuiState } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import { App } from './app.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { linesIn } from './row-marks.ts';

/** What Ink works for. */
export interface Mounted {
  readonly store: Store;
  readonly size: () => Size;
  /** The rows of a state as the terminal gets them. */
  readonly rowsOf: (state: TuiState) => readonly string[];
  /** Shows a frame, whose lines are asked for when it is painted. */
  readonly show: (frame: () => readonly string[]) => void;
  readonly crash: (error: unknown) => void;
}

/** Has Ink lay the screens out from now on; what ends it. */
export function mountScreens({ store, size, rowsOf, show, crash }: Mounted): () => void {
  let laidOut = store.state();
  const stdout = createInkStream(size, (frame) => {
    const state = laidOut;
    show(() => linesIn(frame, rowsOf(state)));
  });
  const screens = (
    <ErrorBoundary onError={crash}>
      <App
        store={store}
        drawn={(state) => {
          laidOut = state;
        }}
      />
    </ErrorBoundary>
  );
  const ink = render(screens, {
    stdout,
    // Keys are decoded by the session, not by Ink: it passes on mouse reports as text and chunks as one key.
    stdin: new PassThrough() as unknown as NodeJS.ReadStream,
    debug: true,
    exitOnCtrlC: false,
    patchConsole: false,
    isScreenReaderEnabled: false,
  });
  ink.waitUntilExit().catch(crash);
  return ink.unmount;
}
