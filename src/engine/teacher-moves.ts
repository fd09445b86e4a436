import type { County } from './county/county.ts'
import { drawsOf } from './kernel/random.ts'
import { leavingParameters, reachesRetirement } from './processes/teacher-leaving.ts'
import type { Live } from './run-year.ts'
import type { Values } from './declare.ts'

/*
 * Who went from where to where, and why: found by comparing the teachers’ table before and after every step of a year, so it
 * can miss nobody and changes nothing. Arrivals minus departures of a section are the change of its staff, by construction. Who
 * changes section twice within a step makes one move, from where it began to where it ended.
 */

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
const columnsOf = (moves: readonly TeacherMove[]): TeacherMoves => ({
  teacher: Int32Array.from(moves, (move) => move.teacher),
  from: Int16Array.from(moves, (move) => move.from),
  to: Int16Array.from(moves, (move) => move.to),
  cause: Uint8Array.from(moves, (move) => moveCauses.indexOf(move.cause)),
  backbone: Uint8Array.from(moves, (move) => (move.backbone ? 1 : 0)),
})

/** Columns as moves again. */
export const movesOf = ({ teacher, from, to, cause, backbone }: TeacherMoves): readonly TeacherMove[] =>
  Array.from(teacher, (id, k) => ({ teacher: id, from: from[k], to: to[k], cause: moveCauses[cause[k]] ?? 'other', backbone: backbone[k] === 1 }))

/** Causes that a step, or a part of one, has for everybody it moves within the county’s schools. */
const ofStep: Readonly<Record<string, MoveCause>> = {
  'teacher-hiring/returns': 'return',
  'teacher-hiring/redeployed': 'redeployed',
  'teacher-hiring/upwards': 'upwards',
  'directed-hiring': 'directed',
  'teacher-rotation': 'posting',
}

/** An eye on the teachers of a run. */
export interface MovesEye {
  /** Told each step, or part of one, that has acted. */
  after(step: string, year: number): void
  /** The moves since this was last asked. */
  take(): TeacherMoves
}

/** Starts to look at the teachers of a run. */
export function followTeachers(live: Live): MovesEye {
  const { county } = live.built
  const { teachers } = county
  let moves: TeacherMove[] = []
  let count = teachers.count
  const id = teachers.id.slice()
  const section = teachers.section.slice()
  return {
    after(step, year) {
      for (let t = 0; t < teachers.count; t++) {
        const known = t < count
        const from = known ? section[t] : -1
        const to = teachers.section[t]
        const same = known && id[t] === teachers.id[t]
        if (same && from === to) continue
        // a row that another person has taken: the one who left was seen when leaving
        const came = same ? from : -1
        id[t] = teachers.id[t]
        section[t] = to
        if (came >= 0 || to >= 0) moves.push({ teacher: teachers.id[t], from: came, to, cause: causeOf(live, t, came, to, step, year), backbone: teachers.backbone[t] === 1 })
      }
      count = teachers.count
    },
    take() {
      const taken = columnsOf(moves)
      moves = []
      return taken
    },
  }
}

function causeOf(live: Live, t: number, from: number, to: number, step: string, year: number): MoveCause {
  const { county } = live.built
  if (from < 0) return 'hired'
  if (to < 0) return step === 'teacher-leaving' && hasRetired(live, county, t, year) ? 'retired' : 'quit'
  if (county.sections.open[from] === 0) return 'merged'
  return ofStep[step] ?? 'other'
}

function hasRetired(live: Live, county: County, t: number, year: number): boolean {
  const set = live.sets.get('teacher-leaving') as Values<typeof leavingParameters>
  return reachesRetirement(county, t, { year, set }, drawsOf(live.seed, year))
}
