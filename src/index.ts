export type { CheckedContract } from './check/model.ts';
