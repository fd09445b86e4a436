import { burdenReduction } from './burden-reduction.ts'
import type { AnyPolicy } from './declare.ts'
import { directedHiring } from './directed-hiring.ts'
import { enrolmentQuota } from './enrolment-quota.ts'
import { fundingTilt } from './funding-tilt.ts'
import { mentoring } from './mentoring.ts'
import { nearbyEnrolment } from './nearby-enrolment.ts'
import { networkAdjustment } from './network-adjustment.ts'
import { nineYearSchool } from './nine-year-school.ts'
import { principalRotation } from './principal-rotation.ts'
import { pupilSupport } from './pupil-support.ts'
import { ruralAllowance } from './rural-allowance.ts'
import { schoolDistrict } from './school-district.ts'
import { schoolGroup } from './school-group.ts'
import { schoolStandardisation } from './school-standardisation.ts'
import { sharedClassroom } from './shared-classroom.ts'
import { supervisionIncentive } from './supervision-incentive.ts'
import { teacherRotation } from './teacher-rotation.ts'
import { teacherTraining } from './teacher-training.ts'

/** Every policy, in the order in which screens and documents list them. */
export const policies: readonly AnyPolicy[] = [
  teacherRotation,
  principalRotation,
  directedHiring,
  ruralAllowance,
  fundingTilt,
  schoolStandardisation,
  enrolmentQuota,
  nearbyEnrolment,
  schoolDistrict,
  schoolGroup,
  nineYearSchool,
  networkAdjustment,
  sharedClassroom,
  mentoring,
  teacherTraining,
  burdenReduction,
  pupilSupport,
  supervisionIncentive,
]
