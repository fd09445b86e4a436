/* Moves of teachers: what one is, and how they cross threads. */

/** Why a teacher moved. */
export const moveCauses = ['posting', 'return', 'redeployed', 'upwards', 'directed', 'merged', 'hired', 'retired', 'quit', 'other'] as const
export type MoveCause = (typeof moveCauses)[number]

/** The moves of one year, in the order in which they happened; one row each, columns of equal length. */
export interface TeacherMoves {
  /** Teacher id. */
  readonly teacher: Int32Array
  /** Section row left; −1 = from outside the county’s schools. */
  readonly from: Int16Array
  /** Section row entered; −1 = left the county’s schools. */
  readonly to: Int16Array
  /** Position in `moveCauses`. */
  readonly cause: Uint8Array
  /** 1 = a backbone teacher at the time. */
  readonly backbone: Uint8Array
}

/** One move. */
export interface TeacherMove {
  readonly teacher: number
  readonly from: number
  readonly to: number
  readonly cause: MoveCause
  readonly backbone: boolean
}

/** Moves as columns, to cross a thread boundary cheaply. */
export const columnsOf = (moves: readonly TeacherMove[]): TeacherMoves => ({
  teacher: Int32Array.from(moves, (move) => move.teacher),
  from: Int16Array.from(moves, (move) => move.from),
  to: Int16Array.from(moves, (move) => move.to),
  cause: Uint8Array.from(moves, (move) => moveCauses.indexOf(move.cause)),
  backbone: Uint8Array.from(moves, (move) => (move.backbone ? 1 : 0)),
})

/** Columns as moves again. */
export const movesOf = ({ teacher, from, to, cause, backbone }: TeacherMoves): readonly TeacherMove[] =>
  Array.from(teacher, (id, k) => ({ teacher: id, from: from[k], to: to[k], cause: moveCauses[cause[k]] ?? 'other', backbone: backbone[k] === 1 }))
