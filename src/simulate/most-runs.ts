/** Runs a simulation may have: tickets carry the number of their run in 16 bits. */
export const MOST_RUNS = 0x10000;
/** Runs that are done at most to know every attainment closely, where nobody says how many. */
export const MOST_FOR_WIDTH = 1000;
