import { Comma, Identifier, Text } from '../tokens.ts';
import { ChargeRules } from './charge-rules.ts';
import type { Rule } from './part-rules.ts';

/** Who may ask, for what, and in which languages, versions and regions. */
export class EntitlementRules extends ChargeRules {
  readonly eligibleClause: Rule = this.RULE('eligibleClause', () => {
    this.word('eligible');
    this.word('when');
    this.SUBRULE(this.condition);
    this.word('else');
    this.word('refuse');
    this.SUBRULE(this.words);
  });

  /** `exclude "planned events" when planned`, and what is included, required and advised in the same form. */
  readonly provisionClause: Rule = this.RULE('provisionClause', () => {
    this.CONSUME(Identifier);
    this.SUBRULE(this.words);
    this.OPTION(() => this.SUBRULE(this.selector));
    this.OPTION1(() => {
      this.word('when');
      this.SUBRULE(this.condition);
    });
    this.OPTION2(() => {
      this.word('else');
      this.OR([
        { ALT: () => this.word('refused') },
        {
          ALT: () => {
            this.word('best');
            this.word('effort');
          },
        },
        {
          ALT: () => {
            this.word('no');
            this.word('promise');
          },
        },
        {
          ALT: () => {
            this.word('clock');
            this.word('pauses');
          },
        },
      ]);
    });
  });

  readonly languagesClause: Rule = this.RULE('languagesClause', () => {
    this.word('languages');
    this.SUBRULE(this.names);
  });

  /** `versions latest, previous major`. */
  readonly versionsClause: Rule = this.RULE('versionsClause', () => {
    this.word('versions');
    this.AT_LEAST_ONE_SEP({ SEP: Comma, DEF: () => this.SUBRULE(this.versionWords) });
  });

  readonly versionWords: Rule = this.RULE('versionWords', () => {
    this.OR([
      { ALT: () => this.CONSUME(Text) },
      { ALT: () => this.AT_LEAST_ONE(() => this.CONSUME(Identifier)) },
    ]);
  });

  readonly availableClause: Rule = this.RULE('availableClause', () => {
    this.word('available');
    this.word('in');
    this.word('region');
    this.SUBRULE(this.names);
  });
}
