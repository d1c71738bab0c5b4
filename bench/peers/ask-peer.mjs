import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('answer.mjs', import.meta.url));
/** A question takes milliseconds; what takes so long on a busy machine does not end. */
const PATIENCE_MS = 5000;
const START_MS = 60_000;

export const HANGS = 'hangs';

/** Answers in the order of the questions; `HANGS` where the peer does not come back, which is then started anew. */
export async function askPeer({ file, inProcessZone }, calendar, questions) {
  const answers = [];
  while (answers.length < questions.length) {
    const left = questions.slice(answers.length);
    const isDone = await askRest(
      { file, calendar, questions: left },
      inProcessZone ? calendar.zone : 'UTC',
      answers,
    );
    if (!isDone) answers.push(HANGS);
  }
  return answers;
}

/** Adds the answers that come; whether all did. */
function askRest(asked, zone, answers) {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, TZ: zone };
    const child = fork(PROGRAM, {
      env,
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    let isHanging = false;
    const hang = () => {
      isHanging = true;
      child.kill('SIGKILL');
    };
    let timer = setTimeout(hang, START_MS);
    child.on('message', (message) => {
      clearTimeout(timer);
      timer = setTimeout(hang, PATIENCE_MS);
      if ('answer' in message) answers.push(message.answer);
    });
    child.on('error', reject);
    child.on('exit', (code) => {
      clearTimeout(timer);
      if (code === 0 || isHanging) resolve(!isHanging);
      else reject(new Error(`${asked.file} ended with ${code}`));
    });
    child.send(asked);
  });
}
