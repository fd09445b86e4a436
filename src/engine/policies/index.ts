import type { AnyPolicy } from './declare.ts'
import { enrolmentQuota } from './enrolment-quota.ts'
import { fundingTilt } from './funding-tilt.ts'
import { teacherRotation } from './teacher-rotation.ts'

/** Every policy, in the order in which screens and documents list them. */
export const policies: readonly AnyPolicy[] = [teacherRotation, fundingTilt, enrolmentQuota]
