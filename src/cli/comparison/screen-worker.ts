import { setImmediate } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { plainPalette } from '../../diagnostics/palette.ts';
import { summarize } from '../../simulate/summarize.ts';
import { ansiPalette } from '../colour.ts';
import type { Output, Surroundings } from '../io.ts';
import { answersOf, QUESTIONS, type Answers } from './answers.ts';
import { makeOutcome, withNotes } from './make-outcome.ts';
import type { Made, Watch } from './outcome-job.ts';
import { waitsInParts } from '../coverage/waits-in-parts.ts';
import { sendError } from './sent-error.ts';
import { shareOutcome } from './shared-outcome.ts';
import { firstQuestions, warmUpWhileIdle } from './warm-up.ts';
import type { Answer, NumberedAnswer, Question, WorkerMessage, WorkerStart } from './worker-message.ts';

// The thread behind the screen: it makes the outcome, and stays to answer what the screens ask of it.
const { job, err, questions, answered } = workerData as WorkerStart;
/** How often it is told how far an answer is. */
const NEWS_MS = 80;
const send = (message: WorkerMessage): void => parentPort?.postMessage(message);
let answers: Answers | null = null;
let shown: Made | null = null;
const warmUp = warmUpWhileIdle();

questions.on('message', ({ name, given, number, key }: Question) => {
  warmUp.questionCame();
  if (key !== undefined) {
    void answerLater(name, given, key);
    return;
  }
  questions.postMessage({ number, answer: answer(name, given) } satisfies NumberedAnswer);
  Atomics.add(answered, 0, 1);
  Atomics.notify(answered, 0);
});

/** Other questions are answered between two parts of the answer. */
async function answerLater(name: string, given: readonly unknown[], key: string): Promise<void> {
  try {
    let told = performance.now();
    for (const progress of partsOf(name, given)) {
      if (performance.now() - told > NEWS_MS) {
        told = performance.now();
        send({ kind: 'nearer', key, progress });
      }
      await setImmediate();
    }
    send({ kind: 'answered', key, answer: answer(name, given) });
  } catch (error) {
    send({ kind: 'answered', key, answer: { kind: 'failed', error: sendError(error) } });
  }
}

function partsOf(name: string, [question, metric]: readonly unknown[]): Iterable<number> {
  return shown !== null && name === 'coverage' && question === 'worst'
    ? waitsInParts(shown.outcome, shown.engine, String(metric))
    : [];
}

function answer(name: string, given: readonly unknown[]): Answer {
  try {
    const known = QUESTIONS.find((question) => question === name);
    if (answers === null || known === undefined) throw new Error(`nobody answers \`${name}\``);
    const asked = answers[known] as (...all: readonly unknown[]) => unknown;
    return { kind: 'answer', answer: asked(...given) };
  } catch (error) {
    return { kind: 'failed', error: sendError(error) };
  }
}

function show(ran: Made, arriving: { readonly done: number; readonly of: number } | null): void {
  const made = { ...ran, outcome: withNotes(ran.outcome, ran.simulation) };
  const shared = shareOutcome(made.outcome);
  // Both threads look at the same columns.
  const tickets = { ...shared.tickets, id: made.outcome.tickets.id };
  shown = made;
  answers = answersOf({ ...made, outcome: { ...made.outcome, ...shared, tickets } });
  const summary = summarize(made.outcome);
  send({ kind: 'outcome', outcome: shared, summary, simulation: made.simulation, arriving });
  if (arriving === null) warmUp.begin(firstQuestions(made.outcome, answers));
}

const output = (write: (text: string) => void, isTerminal: boolean): Output => ({
  write,
  writeBytes: (bytes) => write(Buffer.from(bytes).toString()),
  drained: () => Promise.resolve(),
  isTerminal,
  columns: err.columns,
});
const palette = err.colour ? ansiPalette : plainPalette;
const around: Surroundings = {
  out: output(() => undefined, false),
  err: output((text) => {
    if (text !== '') send({ kind: 'said', text });
  }, false),
  stdin: { isTerminal: false, async *[Symbol.asyncIterator]() {} },
  env: process.env,
  versions: process.versions,
  now: () => Date.now(),
  outPalette: plainPalette,
  errPalette: palette,
};
const watch: Watch = {
  begun: (title, plans) => send({ kind: 'begun', title, plans }),
  progress: (done, of, doing) => send({ kind: 'progress', done, of, doing: doing ?? null }),
  partly: (made, done, of) => show(made, { done, of }),
};

try {
  const result = await makeOutcome(job, around, watch);
  if (result.kind === 'refused') send(result);
  else show(result.made, null);
} catch (error) {
  send({ kind: 'failed', error: sendError(error) });
}
