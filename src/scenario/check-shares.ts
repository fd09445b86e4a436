/*
 * Shares of a county file that are parts of a whole: they add up to 1, in every year for which they are given.
 */
import { sharers, sharesIn, shareYears, type BaseShares, type Problem } from '../engine/index.ts'
import type { Path } from './json-scan.ts'
import { problemAt } from './problems.ts'
import { sayCounty } from './say-county.ts'
import { sayValue } from './say-values.ts'

const sum = (values: Readonly<Record<string, number>>): number => Object.values(values).reduce((all, value) => all + value, 0)
const isOne = (all: number): boolean => Math.abs(all - 1) < 0.005
const rounded = (value: number): number => Math.round(value * 1000) / 1000

/** Parts of a whole. */
export function checkSum(values: Readonly<Record<string, number>>, path: Path): readonly Problem[] {
  const all = sum(values)
  return isOne(all) ? [] : [problemAt(path, sayCounty.notOne(rounded(all)), sayCounty.notOneHint)]
}

/** Public funds must be paid in full in every year: before the first dated entry, and from each on. */
export function checkBaseShares(shares: BaseShares): readonly Problem[] {
  const path = ['finance', 'baseShares']
  const empty = sharers.filter((who) => typeof shares[who] === 'object' && Object.keys(shares[who]).length === 0)
  if (empty.length > 0) return empty.map((who) => problemAt([...path, who], sayValue.seriesEmpty, sayValue.seriesKeyHint))
  const years = shareYears(shares)
  if (years.length === 0) return checkSum(sharesIn(shares, 0), path)
  return years.flatMap((from) => {
    const all = sum(sharesIn(shares, from))
    return isOne(all) ? [] : [problemAt(path, sayCounty.notOneFrom(from, rounded(all)), sayCounty.notOneHint)]
  })
}
