import type { NumberParameter, Parameter, Problem } from '../engine/index.ts'
import type { Path } from './json-scan.ts'
import { pathText, problemAt } from './problems.ts'
import { sayValue } from './say-values.ts'
import { unknownName } from './shape.ts'

function checkNumber(parameter: NumberParameter, value: unknown, path: Path): readonly Problem[] {
  if (typeof value !== 'number' || !Number.isFinite(value))
    return [problemAt(path, sayValue.notNumber(parameter, value), sayValue.rangeHint(parameter))]
  const [low, high] = parameter.range
  if (value >= low && value <= high) return []
  const percent = parameter.unit === 'share' && value > 1 && value / 100 >= low && value / 100 <= high
  return [problemAt(path, sayValue.outside(parameter, value), percent ? sayValue.percentHint(value) : sayValue.rangeHint(parameter))]
}

/** Checks one value against its declaration: kind, range, choices. */
export function checkValue(parameter: Parameter, value: unknown, path: Path): readonly Problem[] {
  if (parameter.unit !== 'choice') return checkNumber(parameter, value, path)
  const choices = Object.keys(parameter.choices)
  if (typeof value === 'string' && choices.includes(value)) return []
  return [unknownName(path, sayValue.unknownChoice(value, parameter.label), String(value), choices)]
}

/** The school years in which a policy is in force, as far as they are known. */
export interface Span {
  readonly from: number
  readonly to: number
}

function checkYears(
  series: Readonly<Record<string, unknown>>,
  path: Path,
  span: Span | undefined,
  unordered: ReadonlySet<string>,
): readonly Problem[] {
  const years = Object.keys(series)
    .filter((key) => /^\d{4}$/.test(key))
    .map(Number)
  const problems = Object.keys(series)
    .filter((key) => !/^\d{4}$/.test(key))
    .map((key) => problemAt([...path, key], sayValue.seriesKey(key), sayValue.seriesKeyHint))
  if (Object.keys(series).length === 0) problems.push(problemAt(path, sayValue.seriesEmpty, sayValue.seriesKeyHint))
  if (unordered.has(pathText(path))) problems.push(problemAt(path, sayValue.seriesOrder, sayValue.seriesOrderHint))
  if (span === undefined) return problems
  for (const year of years)
    if (year < span.from || year > span.to)
      problems.push(problemAt([...path, String(year)], sayValue.seriesOutside(year, span.from, span.to)))
  const first = Math.min(...years)
  if (first > span.from && first <= span.to)
    problems.push(problemAt(path, sayValue.seriesGap(first, span.from), sayValue.seriesGapHint(span.from)))
  return problems
}

/** Checks a value or a series of values by school year. `unordered` holds paths whose years are written out of order. */
export function checkDated(
  parameter: Parameter,
  value: unknown,
  path: Path,
  span: Span | undefined,
  unordered: ReadonlySet<string>,
): readonly Problem[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return checkValue(parameter, value, path)
  const series = value as Readonly<Record<string, unknown>>
  const values = Object.entries(series).flatMap(([key, one]) => checkValue(parameter, one, [...path, key]))
  return [...checkYears(series, path, span, unordered), ...values]
}
