import { Comma, Identifier, Text } from '../tokens.ts';
import { ClockRules } from './clock-rules.ts';
import type { Rule } from './part-rules.ts';

/** Scenarios. */
export class StoryRules extends ClockRules {
  readonly scenarioHead: Rule = this.RULE('scenarioHead', () => {
    this.CONSUME(Identifier);
    this.CONSUME(Text);
  });

  readonly namedClause: Rule = this.RULE('namedClause', () => {
    this.CONSUME(Identifier);
    this.SUBRULE(this.name);
  });

  /** `fact language = German, addon`. */
  readonly factClause: Rule = this.RULE('factClause', () => {
    this.CONSUME(Identifier);
    this.AT_LEAST_ONE_SEP({ SEP: Comma, DEF: () => this.SUBRULE(this.factTest) });
  });

  /** `zone Asia/Tokyo`: where the customer of the story is. */
  readonly storyZoneClause: Rule = this.RULE('storyZoneClause', () => {
    this.word('zone');
    this.SUBRULE(this.zone);
  });

  /** `holidays JP`: which the customer of the story has. */
  readonly storyHolidaysClause: Rule = this.RULE('storyHolidaysClause', () => {
    this.word('holidays');
    this.SUBRULE(this.names);
  });

  readonly openedClause: Rule = this.RULE('openedClause', () => {
    this.word('opened');
    this.SUBRULE(this.moment);
  });

  readonly expectClause: Rule = this.RULE('expectClause', () => {
    this.CONSUME(Identifier);
    this.SUBRULE(this.name);
    this.OR([
      {
        ALT: () => {
          this.word('by');
          this.SUBRULE(this.moment);
        },
      },
      { ALT: () => this.SUBRULE(this.promiseWord) },
    ]);
  });
}
