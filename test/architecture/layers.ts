/** A folder (or a file that stands for itself) of the sources, and what it may take from elsewhere. */
export interface Layer {
  /** Layers it may import; itself is always allowed. */
  readonly sees: readonly string[];
  /** Layers of which it may name the types, and nothing that runs. */
  readonly seesTypesOf?: readonly string[];
  /** Packages that it may load. */
  readonly packages?: readonly string[];
  /** May touch files, process, clock and terminal. */
  readonly edge?: true;
  /** Imported by nobody; another leaf may load it on demand. */
  readonly leaf?: true;
}

const LANGUAGE = ['text', 'time', 'diagnostics', 'grammar', 'syntax', 'check'];
const ON_THE_ENGINE = ['text', 'time', 'plan', 'engine'];
const ALL_BUT_LEAVES = [
  ...LANGUAGE,
  'format',
  'lint',
  'plan',
  'engine',
  'explain',
  'analyze',
  'consequence',
  'verify',
  'simulate',
  'report',
  'compile',
];

/** `text -> diagnostics -> grammar -> syntax -> check -> plan -> engine`, with `time` beside `text`. */
export const LAYERS: Readonly<Record<string, Layer>> = {
  text: { sees: [] },
  time: { sees: ['text'] },
  diagnostics: { sees: ['text'] },
  grammar: { sees: ['text', 'diagnostics'], packages: ['chevrotain'] },
  syntax: { sees: ['text', 'time', 'diagnostics', 'grammar'] },
  format: { sees: ['text', 'time', 'diagnostics', 'grammar', 'syntax'] },
  check: { sees: ['text', 'time', 'diagnostics', 'grammar', 'syntax'] },
  lint: { sees: LANGUAGE },
  plan: { sees: ['text', 'time', 'check'] },
  compile: { sees: [...LANGUAGE, 'lint', 'plan'] },
  // The engine can be embedded without the compiler; from `text` it has the check for exhaustive switches alone.
  engine: { sees: ['plan', 'time', 'text'], packages: ['fraction.js'] },
  // An oracle that shares code with what it checks proves nothing.
  reference: { sees: [], seesTypesOf: ['time', 'check'], packages: ['luxon'] },
  explain: { sees: ON_THE_ENGINE },
  analyze: { sees: [...ON_THE_ENGINE, 'explain'] },
  consequence: { sees: [...ON_THE_ENGINE, 'diagnostics'] },
  verify: { sees: [...ON_THE_ENGINE, 'diagnostics', 'check', 'explain'] },
  simulate: {
    sees: [...ON_THE_ENGINE, 'diagnostics', 'check', 'explain'],
    packages: ['saxes', 'fraction.js'],
  },
  report: { sees: [...ON_THE_ENGINE, 'diagnostics', 'check', 'explain', 'analyze', 'verify', 'simulate'] },
  workspace: { sees: ALL_BUT_LEAVES, packages: ['date-holidays'], edge: true },
  index: { sees: [...ALL_BUT_LEAVES, 'workspace'], leaf: true },
  embed: { sees: ON_THE_ENGINE, leaf: true },
  account: { sees: ['explain'], leaf: true },
  columns: { sees: ['engine'], leaf: true },
  cli: { sees: [...ALL_BUT_LEAVES, 'workspace'], packages: ['commander'], edge: true, leaf: true },
  tui: {
    sees: [...ALL_BUT_LEAVES, 'workspace'],
    packages: ['ink', 'react', 'string-width'],
    edge: true,
    leaf: true,
  },
  lsp: { sees: [...ALL_BUT_LEAVES, 'workspace'], edge: true, leaf: true },
};

/** Modules that may do what their layer may not, with the reason. */
export const EXCEPTIONS: Readonly<Record<string, readonly string[]>> = {
  // The one door to the runtime's time-zone data, and the version of it.
  'src/time/zone-lookup.ts': ['Intl', 'process'],
  // Two ways to the same bytes: the clock says which is the faster, and nothing that is answered hangs on it.
  'src/engine/kernel/faster-way.ts': ['performance'],
  // Threads of the runtime, where it has any: asked for without an import, so that the bundle needs nothing of Node.
  'src/engine/kernel/column-thread.ts': ['process'],
};

/** Modules of `src/` that are imported from `text/` by the engine: the rest of `text/` is the compiler's. */
export const ENGINE_MAY_TAKE_FROM_TEXT = 'src/text/assert-never.ts';
