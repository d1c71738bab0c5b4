import { Bar, Comma, DateToken, Identifier, MonthDay, Text } from '../tokens.ts';
import { PartRules, type Rule } from './part-rules.ts';

/** The file, its contract, facts, severities and regions. */
export class ContractRules extends PartRules {
  /** `import "shared/calendars.plan"`. */
  readonly importClause: Rule = this.RULE('importClause', () => {
    this.CONSUME(Identifier);
    this.CONSUME(Text);
  });

  readonly contractHead: Rule = this.RULE('contractHead', () => {
    this.word('contract');
    this.CONSUME(Text);
    this.OPTION(() => {
      this.word('version');
      this.CONSUME1(Text);
    });
  });

  readonly partyClause: Rule = this.RULE('partyClause', () => {
    this.CONSUME(Identifier);
    this.SUBRULE(this.words);
  });

  readonly effectiveClause: Rule = this.RULE('effectiveClause', () => {
    this.CONSUME(Identifier);
    this.CONSUME(DateToken);
    this.OPTION(() => {
      this.word('until');
      this.CONSUME1(DateToken);
    });
    this.word('in');
    this.SUBRULE(this.zone);
  });

  /** `fiscal year from 04-01`. */
  readonly fiscalClause: Rule = this.RULE('fiscalClause', () => {
    this.word('fiscal');
    this.word('year');
    this.word('from');
    this.CONSUME(MonthDay);
  });

  readonly zoneClause: Rule = this.RULE('zoneClause', () => {
    this.word('zone');
    this.OR([
      {
        ALT: () => {
          this.word('of');
          this.CONSUME(Identifier);
        },
      },
      { ALT: () => this.SUBRULE(this.zone) },
    ]);
  });

  readonly currencyClause: Rule = this.RULE('currencyClause', () => {
    this.CONSUME(Identifier);
    this.CONSUME1(Identifier);
  });

  readonly declaredWord: Rule = this.RULE('declaredWord', () => {
    this.CONSUME(Identifier);
    this.SUBRULE(this.name);
    this.OPTION(() => this.SUBRULE(this.words));
  });

  readonly factsHead: Rule = this.RULE('factsHead', () => {
    this.CONSUME(Identifier);
  });

  readonly factRow: Rule = this.RULE('factRow', () => {
    this.CONSUME(Identifier);
    this.OR([
      {
        ALT: () => {
          this.word('one');
          this.word('of');
          this.SUBRULE(this.names);
        },
      },
      {
        ALT: () => {
          this.word('yes');
          this.word('or');
          this.word('no');
        },
      },
      { ALT: () => this.word('number') },
      { ALT: () => this.word('text') },
    ]);
    this.OPTION(() => this.SUBRULE(this.words));
  });

  readonly severitiesHead: Rule = this.RULE('severitiesHead', () => {
    this.word('severities');
  });

  readonly severityRow: Rule = this.RULE('severityRow', () => {
    this.SUBRULE(this.name);
    this.OPTION(() => {
      this.CONSUME(Identifier);
      this.MANY(() => {
        this.CONSUME(Comma);
        this.SUBRULE1(this.name);
      });
    });
    this.OPTION1(() => this.SUBRULE(this.words));
    this.OPTION2(() =>
      this.OR([
        {
          ALT: () => {
            this.word('when');
            this.SUBRULE(this.condition);
          },
        },
        { ALT: () => this.word('otherwise') },
      ]),
    );
  });

  readonly matrixHead: Rule = this.RULE('matrixHead', () => {
    this.CONSUME(Identifier);
    this.SUBRULE(this.name);
    this.word('by');
    this.SUBRULE1(this.name);
  });

  /** The first row of a matrix: the values of the second fact, `high | low`. */
  readonly matrixHeader: Rule = this.RULE('matrixHeader', () => {
    this.OPTION(() => this.CONSUME(Bar));
    this.AT_LEAST_ONE_SEP({ SEP: Bar, DEF: () => this.SUBRULE(this.name) });
  });

  /** Values of the first fact, and a severity for each column: `all  P1 | P2`. */
  readonly matrixRow: Rule = this.RULE('matrixRow', () => {
    this.SUBRULE(this.names);
    this.OPTION(() => this.CONSUME(Bar));
    this.AT_LEAST_ONE_SEP({ SEP: Bar, DEF: () => this.SUBRULE(this.name) });
  });

  readonly regionsHead: Rule = this.RULE('regionsHead', () => {
    this.CONSUME(Identifier);
    this.word('by');
    this.CONSUME1(Identifier);
  });

  readonly regionRow: Rule = this.RULE('regionRow', () => {
    this.SUBRULE(this.name);
    this.OPTION(() => this.SUBRULE(this.words));
    this.OPTION1(() => {
      this.word('zone');
      this.SUBRULE(this.regionZone);
    });
    this.OPTION2(() => {
      this.word('holidays');
      this.SUBRULE(this.regionHolidays);
    });
  });

  /** `zone Europe/London`, `zone of customer`. */
  readonly regionZone: Rule = this.RULE('regionZone', () => {
    this.OR([
      {
        ALT: () => {
          this.word('of');
          this.CONSUME(Identifier);
        },
      },
      { ALT: () => this.SUBRULE(this.zone) },
    ]);
  });

  /** `holidays US`, `holidays none`, `holidays of customer`. */
  readonly regionHolidays: Rule = this.RULE('regionHolidays', () => {
    this.OR([
      {
        ALT: () => {
          this.word('of');
          this.CONSUME(Identifier);
        },
      },
      { ALT: () => this.SUBRULE(this.names) },
    ]);
  });
}
