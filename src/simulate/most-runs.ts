/** Runs a simulation may have: tickets carry the number of their run in 16 bits. */
export const MOST_RUNS = 0x10000;
