import type { Moment } from './policies/declare.ts'
import type { AnyProcess } from './processes/declare.ts'
import { admission } from './processes/admission.ts'
import { demography } from './processes/demography.ts'
import { funding } from './processes/funding.ts'
import { graduation } from './processes/graduation.ts'
import { reputation } from './processes/reputation.ts'
import { schoolChoice } from './processes/school-choice.ts'
import { teacherHiring } from './processes/teacher-hiring.ts'
import { teacherLeaving } from './processes/teacher-leaving.ts'
import { teaching } from './processes/teaching.ts'

/** A point of the year at which policies may act. */
export interface MomentStep {
  readonly moment: Moment
}
/** A process, or a moment at which policies act. */
export type Step = AnyProcess | MomentStep

const moment = (name: Moment): MomentStep => ({ moment: name })

/** The model on one screen. Order is meaning; changing it changes numbers. */
export const theYear = [
  moment('review'), // supervision reads last year's published record; adaptive timetables act here
  moment('network'), // districts, groups, nine-year schools, closures and openings act here
  moment('budget'), // policies that change money rules act here
  demography, // leavers go, who is six years old, who moves
  funding, // rules + last October's roll -> yuan per section
  teacherLeaving, // retirement, leaving the profession
  teacherHiring, // posts, redeployment, transfers, recruitment, titles
  moment('posting'), // policies that move teachers act here
  moment('admission'), // policies that change who may go where act here
  schoolChoice, // families rank schools they may and can reach
  admission, // zones, capacity, lotteries
  moment('teaching'), // shared classrooms, mentoring, training, after-school service act here
  teaching, // a year of learning
  graduation, // junior leavers go out, key places are filled
  reputation, // what families will believe next year
] as const satisfies readonly Step[]

const isProcess = (step: Step): step is AnyProcess => 'bind' in step

/** Every process, in the order in which the year runs them. */
export const processes: readonly AnyProcess[] = theYear.filter(isProcess)
