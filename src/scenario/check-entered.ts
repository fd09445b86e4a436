import { enteredItems, type AskedNumber, type CountyDescription, type EnteredPart, type Problem } from '../engine/index.ts'
import type { Path } from './json-scan.ts'
import { problemAt } from './problems.ts'
import { sayEntered } from './say-entered.ts'
import { sayValue } from './say-values.ts'
import { knownFor, unknownName } from './shape.ts'

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)

const isInside = ({ range }: AskedNumber, value: number): boolean => value >= range[0] && value <= range[1]

/** Checks one figure against what its part asks: kind and range. */
export function checkFigure(part: EnteredPart, value: unknown, path: Path): readonly Problem[] {
  if (value === 'none' && part.none) return []
  const { number } = part
  if (number === undefined) return typeof value === 'boolean' ? [] : [problemAt(path, sayEntered.notMet(part.label, value), sayEntered.metHint)]
  if (typeof value !== 'number' || !Number.isFinite(value)) return [problemAt(path, sayEntered.notNumber(part.label, number, value), part.none ? sayEntered.noneHint(part.none) : undefined)]
  if (isInside(number, value)) return []
  const percent = number.unit === 'share' && isInside(number, value / 100)
  return [problemAt(path, sayEntered.outside(part.label, number, value), percent ? sayValue.percentHint(value) : undefined)]
}

function checkSchools(part: EnteredPart, value: unknown, path: Path, schools: number): readonly Problem[] {
  if (!isRecord(value)) return [problemAt(path, sayEntered.perSchool(part.label), sayEntered.perSchoolHint)]
  return Object.entries(value).flatMap(([id, figure]) => {
    const known = /^\d{1,8}$/.test(id) && Number(id) >= 1 && Number(id) <= schools
    return known ? checkFigure(part, figure, [...path, id]) : [problemAt([...path, id], sayEntered.school(id, schools))]
  })
}

/** Checks what was entered by hand: items, parts, kinds, ranges and schools; all problems at once, each with its place. */
export function checkEntered(value: unknown, county: CountyDescription | undefined): readonly Problem[] {
  if (!isRecord(value)) return []
  const schools = county?.schools.reduce((sum, group) => sum + group.count, 0) ?? Infinity
  return Object.entries(value).flatMap(([item, figures], i) => {
    const parts = Object.hasOwn(enteredItems, item) ? enteredItems[item] : undefined
    if (parts === undefined) return [unknownName(['entered', item], sayEntered.unknownItem(item), item, knownFor(i, Object.keys(enteredItems)))]
    if (!isRecord(figures)) return []
    return Object.entries(figures).flatMap(([id, figure], k) => {
      const part = parts.find((one) => one.id === id)
      const path = ['entered', item, id]
      if (part === undefined) return [unknownName(path, sayEntered.unknownPart(item, id), id, knownFor(k, parts.map((one) => one.id)))]
      return part.perSchool ? checkSchools(part, figure, path, schools) : checkFigure(part, figure, path)
    })
  })
}
