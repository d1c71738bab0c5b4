/**
 * The files that are changed, and the tests that are to notice: quick ones that lie where the source lies, and laws with few
 * cases. What every test of a part needs, such as dates, is left to the tests of its own.
 */
export const TARGETS = {
  'src/time/civil-date.ts': ['test/time/civil-date.test.ts'],
  'src/time/date-set.ts': ['test/time/date-set.test.ts'],
  'src/time/fixed-zone.ts': ['test/time/fixed-zone.test.ts'],
  'src/time/interval-set.ts': ['test/time/interval-set.test.ts'],
  'src/time/iso-instant.ts': ['test/time/iso-instant.test.ts'],
  'src/time/zone-abbreviations.ts': ['test/time/zone-abbreviations.test.ts'],
  'src/time/zone-arithmetic.ts': ['test/time/zone-arithmetic.test.ts'],
  'src/time/zone-differences.ts': ['test/time/zone-differences.test.ts'],
  'src/time/zone-lookup.ts': ['test/time/zone-lookup.test.ts'],

  'src/engine/open-table.ts': ['test/engine/open-table.test.ts'],
  'src/engine/build-open-table.ts': [
    'test/engine/open-table.test.ts',
    'test/engine/build-open-table.test.ts',
  ],
  'src/engine/bucket-length.ts': ['test/engine/open-table.test.ts', 'test/engine/bucket-length.test.ts'],
  'src/engine/table-calendar.ts': [
    'test/engine/table-calendar.test.ts',
    'test/engine/calendar-columns.test.ts',
    'test/engine/with-tables.test.ts',
  ],
  'src/engine/always-open-calendar.ts': ['test/engine/table-calendar.test.ts'],
  'src/engine/row-by-row.ts': ['test/engine/calendar-columns.test.ts'],
  'src/engine/calendar.ts': ['test/engine/table-calendar.test.ts'],
  'src/engine/horizon.ts': ['test/engine/horizon.test.ts'],
  'src/engine/window.ts': ['test/engine/window.test.ts'],
  'src/engine/business-dates.ts': ['test/engine/business-dates.test.ts'],
  'src/engine/calendar-horizon.ts': ['test/engine/calendar-horizon.test.ts'],
  'src/engine/calendar-keys.ts': ['test/engine/calendar-keys.test.ts'],
  'src/engine/simplify-calendar.ts': ['test/engine/simplify-calendar.test.ts'],
  'src/engine/deadline.ts': ['test/engine/deadline.test.ts'],
  'src/engine/engine.ts': [
    'test/engine/engine.test.ts',
    'test/engine/deadline.test.ts',
    'test/plan/customer.test.ts',
  ],
  'src/engine/customer-error.ts': ['test/plan/customer.test.ts'],
  'src/engine/missing-fact.ts': ['test/engine/engine.test.ts'],
  'src/engine/select-target.ts': ['test/engine/engine.test.ts'],
  'src/engine/ticket-terms.ts': ['test/engine/ticket-terms.test.ts'],
  'src/engine/grade-ticket.ts': ['test/engine/grade-ticket.test.ts'],
  'src/engine/column-loops.ts': ['test/engine/column-loops.test.ts'],
  'src/engine/ticket-table.ts': ['test/engine/ticket-table.test.ts'],
};
