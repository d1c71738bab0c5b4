import { is } from '../gate.ts';
import { Comma, Identifier, NumberToken, Text, word } from '../tokens.ts';
import { ExpectationRules } from './expectation-rules.ts';
import { NAMES, type Rule } from './part-rules.ts';

/** What an event may say of its ticket, by the words that the ticket itself is told by. */
const ATTRIBUTES = ['plan', 'severity', 'region', 'channel', 'type'].map(word);

/** Scenarios: the ticket, and its story in rows. */
export class StoryRules extends ExpectationRules {
  readonly scenarioHead: Rule = this.RULE('scenarioHead', () => {
    this.CONSUME(Identifier);
    this.CONSUME(Text);
  });

  /** `unreviewed scenario "a Monday"`: as a program suggested it, before a person has read it. */
  readonly unreviewedHead: Rule = this.RULE('unreviewedHead', () => {
    this.CONSUME(Identifier);
    this.word('scenario');
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

  /** `at Fri 2026-06-12 23:10 reply`, `at Sat 2026-06-13 09:00 reviewed, reach = many`. */
  readonly storyRowClause: Rule = this.RULE('storyRowClause', () => {
    this.word('at');
    this.SUBRULE(this.moment);
    this.OR({
      IGNORE_AMBIGUITIES: true,
      MAX_LOOKAHEAD: 1,
      DEF: [
        {
          GATE: this.gate(is(1, word('work')), is(2, NumberToken)),
          ALT: () => this.SUBRULE(this.storyWork),
        },
        {
          GATE: this.gate(is(1, word('bought'), word('used')), is(2, NumberToken)),
          ALT: () => this.SUBRULE(this.storyUnits),
        },
        {
          GATE: this.gate(is(1, word('bought')), is(2, Text)),
          ALT: () => this.SUBRULE1(this.storyUnits),
        },
        {
          GATE: this.gate(is(1, ...ATTRIBUTES), is(2, ...NAMES)),
          ALT: () => this.SUBRULE(this.storySays),
        },
        {
          // A fact may itself be called `fact`.
          GATE: this.gate(is(1, word('fact')), is(2, ...NAMES, word('not'))),
          ALT: () => this.SUBRULE1(this.storySays),
        },
        { ALT: () => this.SUBRULE(this.happening) },
      ],
    });
    this.MANY(() => {
      this.CONSUME(Comma);
      this.SUBRULE2(this.storySays);
    });
  });

  /** An event, or a state that begins: `reply`, `waiting for customer`, `lowered to P3`, `resumed from third party`. */
  readonly happening: Rule = this.RULE('happening', () => {
    this.SUBRULE(this.state);
    this.OPTION(() => {
      this.word('to');
      this.SUBRULE(this.name);
    });
    this.OPTION1(() => {
      this.word('from');
      this.SUBRULE1(this.state);
    });
  });

  /** `work 90 min of administer`: it begins then. */
  readonly storyWork: Rule = this.RULE('storyWork', () => {
    this.word('work');
    this.CONSUME(NumberToken);
    this.CONSUME(Identifier);
    this.word('of');
    this.SUBRULE(this.name);
  });

  /** `bought 20 incidents`, `bought "ten more hours"`, `used 3 incidents`, by other tickets of the customer. */
  readonly storyUnits: Rule = this.RULE('storyUnits', () => {
    this.OR([
      {
        ALT: () => {
          this.word('bought');
          this.OR1([
            { ALT: () => this.CONSUME(Text) },
            {
              ALT: () => {
                this.CONSUME(NumberToken);
                this.SUBRULE(this.name);
              },
            },
          ]);
        },
      },
      {
        ALT: () => {
          this.word('used');
          this.CONSUME1(NumberToken);
          this.SUBRULE1(this.name);
        },
      },
    ]);
  });

  /** What a row says of the ticket: `severity P1`, `channel phone`, `not workaround`, `fact reach = many`. */
  readonly storySays: Rule = this.RULE('storySays', () => {
    this.OR({
      IGNORE_AMBIGUITIES: true,
      MAX_LOOKAHEAD: 1,
      DEF: [
        {
          GATE: this.gate(is(1, ...ATTRIBUTES), is(2, ...NAMES)),
          ALT: () => {
            this.CONSUME(Identifier);
            this.SUBRULE(this.name);
          },
        },
        {
          ALT: () => {
            this.OPTION({
              MAX_LOOKAHEAD: 1,
              GATE: this.gate(is(2, ...NAMES, word('not'))),
              DEF: () => this.word('fact'),
            });
            this.SUBRULE(this.factTest);
          },
        },
      ],
    });
  });

  /** `until Mon 2026-06-15 17:00`: nothing more happens, and the story is judged then. */
  readonly storyEndClause: Rule = this.RULE('storyEndClause', () => {
    this.word('until');
    this.SUBRULE(this.moment);
  });
}
