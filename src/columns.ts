/**
 * Long columns, faster: `surety/columns`. What is here takes part in the answers of an engine that is loaded with it, and changes
 * none of them:
 *
 *     const engine = loadPlan(plan, {}, fastColumns());
 *     const space = columnSpace();
 */
export { fastColumns, type ColumnKernel } from './engine/kernel/fast-columns.ts';
export { columnWorkers, type ColumnWorkers } from './engine/kernel/column-workers.ts';
export { columnSpace, type ColumnSpace } from './engine/kernel/column-space.ts';
