/**
 * A process of its own for one peer and one calendar, since libraries keep their settings in one place, some read the clock
 * of the process, and some never come back. It is sent what to answer and sends the answers, one at a time.
 */
import { createPeer } from './peers.mjs';
import { ask } from './questions.mjs';

process.once('message', async ({ file, calendar, questions }) => {
  const peer = await createPeer(file, calendar);
  process.send({ ready: true });
  for (const question of questions) {
    let answer;
    try {
      answer = ask(peer, question);
    } catch (error) {
      answer = `throws ${error.message}`;
    }
    // Sent before the next question begins, which may be the one that hangs.
    await new Promise((sent) => process.send({ answer }, sent));
  }
  process.disconnect();
});
