import type { County } from './county/county.ts'
import type { Values } from './declare.ts'
import { drawsOf } from './kernel/random.ts'
import { leavingParameters, reachesRetirement } from './processes/teacher-leaving.ts'
import type { Live } from './run-year.ts'
import { columnsOf, type MoveCause, type TeacherMove, type TeacherMoves } from './teacher-moves.ts'

/*
 * Who went from where to where, and why: found by comparing the teachers’ table before and after every step of a year, so it
 * can miss nobody and changes nothing. Arrivals minus departures of a section are the change of its staff, by construction. Who
 * changes section twice within a step makes one move, from where it began to where it ended.
 */

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
