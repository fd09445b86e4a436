import { float64, type Table } from '../kernel/tables.ts'

/** This year’s decisions per section. Reset to the status quo at the start of every year; policies write them. */
export const sectionRuleColumns = {
  fundsAdded: float64('yuan added to (or, inside a fixed pot, taken from) public funds this year; status quo 0'),
  allowance: float64('yuan per teacher and month for serving here; status quo 0'),
  rankAllowance: float64('yuan per month more for teachers of middle rank or above; status quo 0'),
  places: float64('factor on capacity per grade; status quo 1'),
  sharedGain: float64('SD per year that shared lessons add for pupils here; status quo 0'),
  teachingGain: float64('SD per year added to teaching by mentoring, training or groups; status quo 0'),
  repute: float64('SD added to what families believe, by a group’s name; status quo 0'),
}
export type SectionRules = Table<typeof sectionRuleColumns>

/** This year’s decisions for the county as a whole, with the status quo. */
export const statusQuo = {
  /** Share of key senior-high places directed to junior schools; NaN = the county’s own figure in its description. */
  quotaShare: NaN,
  /** Extra weight per eligible leaver of junior schools outside the county town (农村初中): weight = leavers × (1 + tilt). */
  quotaTiltRural: 0,
  /** Extra weight for junior schools with a mean below the county’s. */
  quotaTiltWeak: 0,
  /** SDs below the open line under which a quota place is not given; NaN = the county’s own rule; Infinity = no floor. */
  quotaFloor: NaN,
  /** 0 open competition first, 1 quota first, −1 the county’s own rule. */
  quotaOrder: -1,
  /** School years without interruption in the junior school that make a leaver eligible; −1 the county’s own rule. */
  quotaResidency: -1,
  /** 1 = unfilled quota places return to open competition; 0 = they lapse; −1 the county’s own rule. */
  quotaReturn: -1,
  /** Junior schools with fewer eligible leavers than this are merged into one unit for the allotment; 0 = none. */
  quotaMerge: 0,
  /** Added cost, in utility, of a place out of zone. */
  choiceCurb: 0,
  /** 1 = multi-school zones: the nearest schools of a zone share one lottery. */
  zonePooling: 0,
  /** Factor on the yearly family-background slope of learning (after-school service, tutoring). */
  backgroundSlope: 1,
  /** Factor on junior dropout. */
  dropout: 1,
  /** Yearly effort effect on all teaching under administrative redeployment, SD. */
  effort: 0,
}
/** What holds for the county as a whole in a year; policies write it. */
export type CountyRules = { -readonly [K in keyof typeof statusQuo]: number }
