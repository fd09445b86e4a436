/** An invariant of ours failed: the run stops, nothing is patched up. Users' mistakes are `Problem`s instead. */
export class InvariantError extends Error {
  override readonly name = 'InvariantError'
}

/** Stops the run with "what: expected X, got Y (where)" unless the two numbers are equal. */
export function expectEqual(what: string, expected: number, got: number, where = ''): void {
  if (expected !== got) throw new InvariantError(`${what}: expected ${expected}, got ${got}${where && ` (${where})`}`)
}

/** Stops the run with a message unless the condition holds; a message that holds a number and is asked for often is a function, because writing a number out costs more than what is checked. */
export function expectThat(condition: boolean, what: string | (() => string)): asserts condition {
  if (!condition) throw new InvariantError(typeof what === 'string' ? what : what())
}
