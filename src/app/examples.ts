import type { Bilingual } from '../engine/index.ts'
import allThree from '../../scenarios/all-three.json'
import birthsHigh from '../../scenarios/births-high.json'
import birthsLow from '../../scenarios/births-low.json'
import birthsMiddle from '../../scenarios/births-middle.json'
import burdenReduction from '../../scenarios/burden-reduction.json'
import cityStatusQuo from '../../scenarios/city-status-quo.json'
import directedHiring from '../../scenarios/directed-hiring.json'
import enrolmentQuota from '../../scenarios/enrolment-quota.json'
import fundingTilt from '../../scenarios/funding-tilt.json'
import levellingDown from '../../scenarios/levelling-down.json'
import mentoring from '../../scenarios/mentoring.json'
import mountainStatusQuo from '../../scenarios/mountain-status-quo.json'
import nearbyEnrolment from '../../scenarios/nearby-enrolment.json'
import networkAdjustment from '../../scenarios/network-adjustment.json'
import nineYearSchool from '../../scenarios/nine-year-school.json'
import principalRotation from '../../scenarios/principal-rotation.json'
import pupilSupport from '../../scenarios/pupil-support.json'
import ruralAllowance from '../../scenarios/rural-allowance.json'
import schoolDistrict from '../../scenarios/school-district.json'
import schoolGroup from '../../scenarios/school-group.json'
import schoolStandardisation from '../../scenarios/school-standardisation.json'
import sharedClassroom from '../../scenarios/shared-classroom.json'
import statusQuo from '../../scenarios/status-quo.json'
import supervisionIncentive from '../../scenarios/supervision-incentive.json'
import teacherRotation from '../../scenarios/teacher-rotation.json'
import teacherTraining from '../../scenarios/teacher-training.json'
import workshop from '../../scenarios/workshop-thirty-minutes.json'

/** One future of a shipped scenario. */
export interface ExampleArm {
  readonly id: string
  readonly title?: Bilingual
  readonly policies: readonly object[]
}

/** A shipped scenario as its file stands: a question, and the futures that answer it. */
export interface Example {
  readonly id: string
  readonly title: Bilingual
  readonly county: { readonly from: string }
  readonly arms: readonly ExampleArm[]
}

/** What an example is about: the headings of the picker, in their order. */
export const exampleGroups = ['start', 'teachers', 'funding', 'admissions', 'network', 'quality', 'outlook'] as const
export type ExampleGroup = (typeof exampleGroups)[number]

/** Every shipped scenario, by what it is about; first those to begin with. */
export const examples: Readonly<Record<ExampleGroup, readonly Example[]>> = {
  start: [statusQuo, allThree, workshop, levellingDown],
  teachers: [teacherRotation, directedHiring, ruralAllowance, principalRotation, supervisionIncentive],
  funding: [fundingTilt, schoolStandardisation],
  admissions: [enrolmentQuota, nearbyEnrolment],
  network: [schoolGroup, schoolDistrict, nineYearSchool, networkAdjustment, mentoring],
  quality: [sharedClassroom, teacherTraining, burdenReduction, pupilSupport],
  outlook: [birthsLow, birthsMiddle, birthsHigh, mountainStatusQuo, cityStatusQuo],
}

/** The text of a scenario file with one future of an example and its reference: what opening the example opens. */
export const exampleText = (example: Example, arm: ExampleArm): string => {
  const reference = example.arms[0]!
  return JSON.stringify({ ...example, arms: arm === reference ? [reference] : [reference, arm] })
}
