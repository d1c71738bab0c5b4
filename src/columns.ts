/**
 * Long columns, faster: `surety/columns`. What is here takes part in the answers of an engine that is loaded with it, and changes
 * none of them:
 *
 *     const engine = loadPlan(plan, {}, fastColumns());
 *     const space = columnSpace();
 *
 * `ticketDeadlines` counts whole tables of tickets, of several plans, by whatever its engine was loaded with.
 */
export { fastColumns, type ColumnKernel } from './engine/kernel/fast-columns.ts';
export { columnWorkers, type ColumnWorkers } from './engine/kernel/column-workers.ts';
export { ticketDeadlines, type TicketTable } from './engine/ticket-table.ts';
export { columnSpace, type ColumnSpace } from './engine/kernel/column-space.ts';
