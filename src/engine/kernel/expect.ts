/** An invariant of ours failed: the run stops, nothing is patched up. Users' mistakes are `Problem`s instead. */
export class InvariantError extends Error {
  override readonly name = 'InvariantError'
}

/** Stops the run with "what: expected X, got Y (where)" unless the two numbers are equal. */
export function expectEqual(what: string, expected: number, got: number, where = ''): void {
  if (expected !== got) throw new InvariantError(`${what}: expected ${expected}, got ${got}${where && ` (${where})`}`)
}

/** Stops the run with a message unless the condition holds. */
export function expectThat(condition: boolean, what: string): asserts condition {
  if (!condition) throw new InvariantError(what)
}
