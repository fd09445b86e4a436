import type { AnyPolicy } from './declare.ts'
import { directedHiring } from './directed-hiring.ts'
import { enrolmentQuota } from './enrolment-quota.ts'
import { fundingTilt } from './funding-tilt.ts'
import { mentoring } from './mentoring.ts'
import { principalRotation } from './principal-rotation.ts'
import { ruralAllowance } from './rural-allowance.ts'
import { teacherRotation } from './teacher-rotation.ts'
import { teacherTraining } from './teacher-training.ts'

/** Every policy, in the order in which screens and documents list them. */
export const policies: readonly AnyPolicy[] = [
  teacherRotation,
  principalRotation,
  directedHiring,
  ruralAllowance,
  fundingTilt,
  enrolmentQuota,
  mentoring,
  teacherTraining,
]
