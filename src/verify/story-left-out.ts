import { leftOutOfHistory } from '../explain/left-out/left-out.ts';
import { ticketAt } from './story-charges.ts';
import type { Story } from './tell-story.ts';

/** What of the contract is not applied to the ticket of a story, a sentence each. */
export function storyLeftOut(story: Story): readonly string[] {
  const { engine, opened, end } = story;
  const { plan, clocks } = story.judge(end);
  const targets = clocks.map(({ target }) => target);
  return leftOutOfHistory(engine.plan, { plan, opened, targets, ...ticketAt(story, end) });
}
