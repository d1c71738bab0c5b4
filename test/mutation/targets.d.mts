export interface Target {
  readonly mutate: readonly string[];
  readonly tests: readonly string[];
}
export const TARGETS: Readonly<Record<'time' | 'calendar' | 'deadline' | 'ticket', Target>>;
