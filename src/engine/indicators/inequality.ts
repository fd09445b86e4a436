import { exp, log, power } from '../kernel/math.ts'
import { sortedBy } from '../kernel/order.ts'

/*
 * Inequality indices of research, all weighted by pupils, for any item: values per pupil and pupils per section. Sections
 * without pupils drop out. NaN where nobody is on roll or the mean is not positive.
 */

interface Schools {
  readonly values: ArrayLike<number>
  readonly pupils: ArrayLike<number>
}

const rowsOf = ({ pupils }: Schools): number[] => {
  const rows: number[] = []
  for (let i = 0; i < pupils.length; i++) if (pupils[i] > 0) rows.push(i)
  return rows
}

/** Pupils and pupil-weighted mean of some rows. */
function total({ values, pupils }: Schools, rows: readonly number[]): { readonly roll: number; readonly mean: number } {
  let sum = 0
  let roll = 0
  for (const i of rows) {
    sum += pupils[i] * values[i]
    roll += pupils[i]
  }
  return { roll, mean: sum / roll }
}

/** Theil’s index and its exact parts. */
export interface Theil {
  readonly all: number
  /** Inequality inside groups, weighted by the groups’ shares of the stock. */
  readonly within: number
  /** Inequality if every pupil had the group’s mean. */
  readonly between: number
}

/** x ln x, continued by 0 at 0. */
const xlogx = (x: number): number => (x > 0 ? x * log(x) : 0)

function theilOf(schools: Schools, rows: readonly number[]): number {
  const { roll, mean } = total(schools, rows)
  if (!(mean > 0)) return rows.length > 0 && mean === 0 ? 0 : NaN
  let sum = 0
  for (const i of rows) sum += schools.pupils[i] * xlogx(schools.values[i] / mean)
  return sum / roll
}

/**
 * Theil’s T = Σ (Pᵢ/P) (Xᵢ/X̄) ln(Xᵢ/X̄), divided into within and between groups (kinds of place, districts).
 *
 * @param groups group of each section, any integers
 */
export function theil(schools: Schools, groups: ArrayLike<number>): Theil {
  const rows = rowsOf(schools)
  const { roll, mean } = total(schools, rows)
  if (!(mean > 0)) return { all: NaN, within: NaN, between: NaN }
  const names = [...new Set(rows.map((i) => groups[i]))].sort((a, b) => a - b)
  let within = 0
  let between = 0
  for (const name of names) {
    const members = rows.filter((i) => groups[i] === name)
    const group = total(schools, members)
    const share = (group.roll * group.mean) / (roll * mean)
    if (share > 0) within += share * theilOf(schools, members)
    between += (group.roll / roll) * xlogx(group.mean / mean)
  }
  return { all: theilOf(schools, rows), within, between }
}

/** A point of the Lorenz curve: this share of pupils, in schools with least first, has this share of the stock. */
export interface LorenzPoint {
  readonly pupils: number
  readonly stock: number
}

const ascending = (schools: Schools): number[] => sortedBy(rowsOf(schools), (i) => schools.values[i], (i) => i)

/** Points of the Lorenz curve from (0, 0) to (1, 1), schools in order of value. */
export function lorenz(schools: Schools): LorenzPoint[] {
  const rows = ascending(schools)
  const { roll, mean } = total(schools, rows)
  const points: LorenzPoint[] = [{ pupils: 0, stock: 0 }]
  let pupils = 0
  let stock = 0
  for (const i of rows) {
    pupils += schools.pupils[i]
    stock += schools.pupils[i] * schools.values[i]
    points.push({ pupils: pupils / roll, stock: stock / (roll * mean) })
  }
  return points
}

/** Gini coefficient: twice the area between the Lorenz curve and the diagonal. */
export function gini(schools: Schools): number {
  const points = lorenz(schools)
  if (points.length === 1) return NaN
  let below = 0
  for (let k = 1; k < points.length; k++) below += (points[k].pupils - points[k - 1].pupils) * (points[k].stock + points[k - 1].stock)
  return 1 - below
}

/** The value below which a share of pupils lies: the first school, least first, at which the share is reached. */
export function pupilQuantile(schools: Schools, share: number, rows = ascending(schools)): number {
  const { roll } = total(schools, rows)
  let pupils = 0
  for (const i of rows) {
    pupils += schools.pupils[i]
    if (pupils >= share * roll) return schools.values[i]
  }
  return rows.length > 0 ? schools.values[rows[rows.length - 1]] : NaN
}

/** Value at the 90th ÷ value at the 10th percentile of pupils; NaN if the latter is not positive. */
export function ratio9010(schools: Schools): number {
  const rows = ascending(schools)
  const low = pupilQuantile(schools, 0.1, rows)
  return low > 0 ? pupilQuantile(schools, 0.9, rows) / low : NaN
}

/**
 * Atkinson’s index: the share of the stock that could be given up, if shared equally, without loss of welfare.
 *
 * @param aversion ε > 0: how much weight those with little have; 0.5 and 1 are usual
 */
export function atkinson(schools: Schools, aversion: number): number {
  const rows = rowsOf(schools)
  const { roll, mean } = total(schools, rows)
  if (!(mean > 0)) return NaN
  let sum = 0
  for (const i of rows) {
    const x = schools.values[i] / mean
    if (x <= 0 && aversion >= 1) return 1
    sum += (schools.pupils[i] / roll) * (aversion === 1 ? log(x) : x > 0 ? power(x, 1 - aversion) : 0)
  }
  return 1 - (aversion === 1 ? exp(sum) : power(sum, 1 / (1 - aversion)))
}
