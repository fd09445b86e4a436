import type { Measure } from '../declare.ts'
import { classSize, oversizeClasses, oversizeSchools, specialRooms } from './classes-and-schools.ts'
import { migrantPlaces, nearbyEnrolment, quotaRuralTilt, quotaShare } from './enrolment-rules.ts'
import { rotationBackboneShare, rotationShare } from './exchange.ts'
import { keyChance, keyChanceHighFamily, keyChanceLowFamily, keyChanceRange, keyChanceRural, keyChanceTown, keyChanceTownship } from './key-chance.ts'
import { openCut, quotaCut } from './key-cuts.ts'
import { retention } from './retention.ts'
import { satisfaction } from './satisfaction.ts'
import { adjustedGap, scoreGap, valueAddedGap } from './score-gaps.ts'
import { betweenSchoolShare, scoreMean, scoreSpread } from './score-level-and-spread.ts'
import { boardingShare, commute, newcomerShare, vacancyShare } from './side-effects.ts'
import { topRural, topTown, topTownship } from './top-by-origin.ts'

/** Everything measured per level that is not a per-pupil item, in the order of the record. */
export const measures: readonly Measure[] = [
  scoreMean,
  scoreSpread,
  scoreGap,
  adjustedGap,
  valueAddedGap,
  betweenSchoolShare,
  topTown,
  topTownship,
  topRural,
  keyChance,
  keyChanceTown,
  keyChanceTownship,
  keyChanceRural,
  keyChanceLowFamily,
  keyChanceHighFamily,
  keyChanceRange,
  openCut,
  quotaCut,
  specialRooms,
  oversizeSchools,
  oversizeClasses,
  rotationShare,
  rotationBackboneShare,
  nearbyEnrolment,
  quotaShare,
  quotaRuralTilt,
  migrantPlaces,
  retention,
  classSize,
  commute,
  boardingShare,
  vacancyShare,
  newcomerShare,
  satisfaction,
]
