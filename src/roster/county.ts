import {
  Digest,
  levels,
  placeKinds,
  type CountyDescription,
  type FigureSource,
  type Level,
  type PlaceKind,
  type Problem,
  type RosterSchool,
} from '../engine/index.ts'
import { readCountyValue } from '../scenario/read-county.ts'
import { inTable } from './county-places.ts'
import { calledBy, idStart, shippedFigures } from './county-name.ts'
import { partsOverWhole, targetsOf } from './county-targets.ts'
import defaults from './county-defaults.json'
import { schoolsOf } from './schools.ts'
import type { Table } from './table.ts'
import { yearIn } from './year-in.ts'

/** What a user may say about the county besides its schools. */
export interface CountyOptions {
  /** Shown as the county’s name; usually the file’s. */
  readonly name: string
  /** School year of the roster; read from the name if absent. */
  readonly year?: number
}

const all = (schools: readonly RosterSchool[], level: Level): number =>
  schools.reduce((sum, school) => sum + (school[level]?.pupils ?? 0), 0)

/** Shares of primary children by kind of place; of juniors where there are no primaries. */
function childrenByKind(schools: readonly RosterSchool[]): Record<PlaceKind, number> {
  const level: Level = all(schools, 'primary') > 0 ? 'primary' : 'junior'
  const total = all(schools, level)
  return Object.fromEntries(
    placeKinds.map((kind) => [
      kind,
      all(
        schools.filter((s) => s.kind === kind),
        level,
      ) / total,
    ]),
  ) as Record<PlaceKind, number>
}

/** Share of children of a standing by kind of place, if every school gives it; otherwise the default. */
function standingShares(
  schools: readonly RosterSchool[],
  name: 'migrants' | 'leftBehind',
): { shares: Record<PlaceKind, number>; isDefault: boolean } {
  const sections = schools.flatMap((s) => levels.flatMap((level) => (s[level] ? [{ kind: s.kind, section: s[level] }] : [])))
  if (sections.some(({ section }) => section[name] === null)) return { shares: defaults[name], isDefault: true }
  const share = (kind: PlaceKind): number => {
    const here = sections.filter((s) => s.kind === kind)
    const pupils = here.reduce((sum, s) => sum + s.section.pupils, 0)
    return pupils > 0 ? Math.min(1, here.reduce((sum, s) => sum + s.section[name]!, 0) / pupils) : 0
  }
  return { shares: Object.fromEntries(placeKinds.map((kind) => [kind, share(kind)])) as Record<PlaceKind, number>, isDefault: false }
}

/** Places needed: one of its own for every public primary, and the townships that are named. */
function placesNeeded(schools: readonly RosterSchool[]) {
  const count = (kind: PlaceKind): number => schools.filter((s) => s.kind === kind && s.owner !== 'private' && s.primary !== null).length
  const named = new Set(schools.filter((s) => s.kind !== 'county-town' && s.township !== '').map((s) => s.township)).size
  const townships = Math.max(1, named || Math.min(defaults.townships, count('township')))
  return {
    townships,
    neighbourhoods: Math.max(1, count('county-town')),
    villages: Math.max(count('rural'), schools.some((s) => s.kind === 'rural') ? 1 : 0),
    namedTownships: named > 0,
  }
}

const assumed = (path: string): FigureSource => ({
  path,
  source: shippedFigures,
  kind: 'assumption',
  note: defaults.note,
})

/** Says that a table has one stage only. */
const oneStage = (sheet: string): Problem => ({
  path: sheet,
  text: {
    en: 'A county needs primary and junior pupils; the table has those of one stage only.',
    zh: '建立县域模型需要小学和初中两个学段的学生，表中只有一个学段。',
  },
  hint: {
    en: 'Add the schools of the other stage. The items of this stage are computed without it.',
    zh: '请补充另一学段的学校；本学段指标的计算不受影响。',
  },
})

/** Where every number of the county comes from: the roster, or an assumption. `paths` are those that the roster could have given and did not. */
const sourcesOf = (name: string, paths: readonly string[]): FigureSource[] => [
  {
    path: 'roster',
    source: name,
    kind: 'published',
    note: { en: 'The county’s own roster; its numbers are not altered.', zh: '本县学校明细表，数据未作改动。' },
  },
  ...['growth', 'radius', 'seniors', 'generalShare', 'quota', 'finance', ...paths].map((path) => assumed(path)),
]

/**
 * A county file from a checked table. What the roster gives is kept as it is; everything else has an editable default whose
 * entry in `sources` says that it is an assumption.
 *
 * @returns the description with its roster, or everything that keeps it from being built
 */
export function countyFromRoster(table: Table, { name, year }: CountyOptions): CountyDescription | readonly Problem[] {
  const schools = schoolsOf(table)
  const rolls = { primary: all(schools, 'primary'), junior: all(schools, 'junior') }
  if (rolls.primary === 0 || rolls.junior === 0) return [oneStage(table.mapping.sheet)]
  const impossible = partsOverWhole(table)
  if (impossible.length > 0) return impossible
  const { items, missing } = targetsOf(table)
  const { namedTownships, ...places } = placesNeeded(schools)
  const migrants = standingShares(schools, 'migrants')
  const leftBehind = standingShares(schools, 'leftBehind')
  const found = year ?? yearIn(name) ?? yearIn(table.mapping.sheet)
  const lacking = { year: found === null, townships: !namedTownships, migrants: migrants.isDefault, leftBehind: leftBehind.isDefault }
  const county: CountyDescription = {
    id: `${idStart}${new Digest().text(JSON.stringify(schools)).hex().slice(0, 8)}`,
    ...calledBy(name, schools.length),
    year: found ?? defaults.year,
    radius: defaults.radius,
    ...places,
    children: childrenByKind(schools),
    growth: defaults.growth,
    migrants: migrants.shares,
    leftBehind: leftBehind.shares,
    schools: schools.map((s) => ({ form: s.form, kind: s.kind, owner: s.owner, count: 1, size: sizeOf(s, schools, rolls) })),
    rolls,
    items,
    seniors: defaults.seniors,
    generalShare: defaults.generalShare,
    quota: { ...defaults.quota, order: 'open-first' },
    finance: defaults.finance,
    roster: schools,
    sources: sourcesOf(name, [...Object.entries(lacking).flatMap(([path, isLacking]) => (isLacking ? [path] : [])), ...missing]),
  }
  // its shape is asked too: what is built is also what a file holds, and that has to open again
  const { problems } = readCountyValue(county)
  return problems.length > 0 ? problems.map((problem) => inTable(problem, table)) : county
}

/**
 * Roll of a school relative to the others of its level. A private school has no zone: the builder gives it its size times the
 * places of an average public section, so its size is its share of the level times the number of those and itself.
 */
function sizeOf(school: RosterSchool, schools: readonly RosterSchool[], rolls: Readonly<Record<Level, number>>): number {
  const sizes = levels.map((level) => {
    const pupils = school[level]?.pupils ?? 0
    const sections = schools.filter((one) => one[level] && (school.owner !== 'private' || one.owner !== 'private')).length
    return (pupils / rolls[level]) * (school.owner === 'private' ? 1 + sections : sections)
  })
  const own = school.owner === 'private' ? Math.max(...sizes) : school.primary ? sizes[0]! : sizes[1]!
  return Math.min(mostSize, Math.max(leastSize, own))
}

/** What a description may say of a school’s size. */
const leastSize = 0.01
const mostSize = 100

/** The same county with everything that its roster does not give drawn anew: run both to see what the drawing is worth. Draw 1 is the county itself. */
export const redrawn = (county: CountyDescription, draw: number): CountyDescription =>
  draw === 1 ? county : { ...county, seed: `${county.seed.slice(0, 88)} draw ${draw}` }
