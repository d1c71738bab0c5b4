/** By the file that is changed the tests that are to notice. */
export const TARGETS: Readonly<Record<string, readonly string[]>>;
