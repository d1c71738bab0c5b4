/** Lists of tickets without a screen: the same filters and the same table. Nothing here draws. */
export { tableJson, tableText } from './export/view-table.ts';
export { selectTickets } from './tickets/query.ts';
export { readQuery } from './tickets/query-text.ts';
export { ticketsTable } from './tickets/tickets-table.ts';
export { zoneWallClock } from './wall-clock.ts';
