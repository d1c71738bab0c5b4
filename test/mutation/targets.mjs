/**
 * Parts of the sources that are mutated together, with the tests that are to notice: quick ones, that lie where the source
 * lies, and laws with few cases. What every test of a part needs, such as dates, is left to the tests of its own part.
 */
export const TARGETS = {
  time: {
    mutate: ['src/time/**/*.ts'],
    tests: ['test/time/**', 'test/zones/named.test.ts', 'test/laws/local-times.test.ts'],
  },
  calendar: {
    mutate: [
      'src/engine/*calendar*.ts',
      'src/engine/*table*.ts',
      'src/engine/*column*.ts',
      'src/engine/bucket-length.ts',
      'src/engine/expand-between-zones.ts',
      'src/engine/horizon.ts',
      'src/engine/hours-by-date.ts',
      'src/engine/window.ts',
      'src/engine/business-dates.ts',
    ],
    tests: [
      'test/engine/*.test.ts',
      'test/zones/named.test.ts',
      'test/plan/between-zones.test.ts',
      'test/plan/recurring-dates.test.ts',
      'test/laws/calendar-operations.test.ts',
      'test/laws/columns.test.ts',
      'test/laws/equations.test.ts',
      'test/laws/lowering.test.ts',
    ],
  },
  deadline: {
    mutate: [
      'src/engine/customer-error.ts',
      'src/engine/deadline.ts',
      'src/engine/engine.ts',
      'src/engine/grade-ticket.ts',
      'src/engine/missing-fact.ts',
      'src/engine/select-target.ts',
      'src/engine/ticket-terms.ts',
    ],
    tests: ['test/engine/*.test.ts', 'test/plan/**', 'test/explain/**', 'test/laws/deadlines.test.ts'],
  },
  ticket: {
    mutate: ['src/engine/ticket/**/*.ts'],
    tests: ['test/engine/ticket/**', 'test/laws/tickets.test.ts', 'test/plan/whose-dates.test.ts'],
  },
};
