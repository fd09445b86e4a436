let runs = 0

/** A name that no other run of this thread has: a runner refuses a second run of one name, and one that was given up may still be ending. */
export const runName = (what: string): string => `${what}-${++runs}`
