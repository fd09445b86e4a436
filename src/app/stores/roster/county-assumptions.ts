import { behaviourGroups, placeKinds, policies, type Bilingual, type CountyDescription, type FigureSource, type NumberParameter } from '../../../engine/index.ts'
import { shippedFigures } from '../../../roster/index.ts'
import { countyYears } from '../../../scenario/limits.ts'
import type { WordKey } from '../../../words/index.ts'

/** A number that the roster does not give: where it stands, how it is written, where it comes from. */
export interface AssumedNumber {
  /** Path inside the description, e.g. `seniors.0.seatShare`. */
  readonly path: string
  readonly label: WordKey
  /** Words for the slots of the label. */
  readonly slots: Readonly<Record<string, WordKey | number>>
  readonly percent: boolean
  readonly low: number
  readonly high: number
  readonly step: number
  readonly value: number
  readonly source: FigureSource
}

type Shape = Pick<AssumedNumber, 'label' | 'percent' | 'low' | 'high' | 'step'> & { readonly parts?: readonly (readonly [string, Readonly<Record<string, WordKey | number>>])[] }

const byKind = placeKinds.map((kind) => [kind, { kind: `place.${kind}` as WordKey }] as const)
const share = { percent: true, low: 0, high: 1, step: 0.01 } as const

/** The numbers below an entry of `sources`. */
function shapesOf(path: string, county: CountyDescription): readonly Shape[] {
  switch (path) {
    case 'year':
      return [{ label: 'data.path.year', percent: false, low: countyYears.first, high: countyYears.last, step: 1 }]
    case 'radius':
      return [{ label: 'data.path.radius', percent: false, low: 1, high: 500, step: 1 }]
    case 'townships':
      return [{ label: 'data.path.townships', percent: false, low: 1, high: 200, step: 1 }]
    case 'growth':
      return [{ label: 'data.path.growth', percent: false, low: 0.5, high: 1.5, step: 0.005, parts: byKind }]
    case 'migrants':
    case 'leftBehind':
      return [{ ...share, label: `data.path.${path}`, parts: byKind }]
    case 'seniors':
      return [{ ...share, label: 'data.path.seniors', parts: county.seniors.map((_, k) => [`${k}.seatShare`, { number: k + 1 }] as const) }]
    case 'generalShare':
      return [{ ...share, label: 'data.path.generalShare' }]
    case 'quota':
      return [{ ...share, label: 'data.path.quota', parts: [['share', {}]] }]
    case 'finance':
      return [{ label: 'data.path.finance', percent: false, low: 0, high: 1e7, step: 1000, parts: [['teacherPay', {}]] }]
    default:
      return itemShapes(path)
  }
}

function itemShapes(path: string): readonly Shape[] {
  const [, level, name] = /^items\.(primary|junior)\.(\w+)$/.exec(path) ?? []
  if (!level || !name) return []
  const words = { level: `level.${level}` as WordKey, stock: `data.stock.${name}` as WordKey }
  return [
    { label: 'data.path.mean', percent: false, low: 0.0001, high: 1e6, step: 0.01, parts: [['mean', words]] },
    { label: 'data.path.cv', percent: false, low: 0, high: 3, step: 0.01, parts: [['cv', words]] },
  ]
}

const at = (county: unknown, path: string): unknown => path.split('.').reduce<unknown>((so, key) => (typeof so === 'object' && so !== null ? (so as Readonly<Record<string, unknown>>)[key] : undefined), county)

/** Every number that is assumed, in the order of the sources. */
export function assumedNumbers(county: CountyDescription): AssumedNumber[] {
  return county.sources.filter((source) => source.kind === 'assumption').flatMap((source) =>
    shapesOf(source.path, county).flatMap(({ parts = [['', {}]], ...shape }) =>
      parts.map(([part, slots]) => {
        const path = part === '' ? source.path : `${source.path}.${part}`
        return { ...shape, path, slots, value: Number(at(county, path)), source }
      }),
    ),
  )
}

function written(value: unknown, path: readonly string[], number: number): unknown {
  const [key, ...rest] = path
  if (key === undefined) return number
  if (Array.isArray(value)) return value.map((one, k) => (String(k) === key ? written(one, rest, number) : one))
  const record = value as Readonly<Record<string, unknown>>
  return { ...record, [key]: written(record[key], rest, number) }
}

/** Whether a number is that of the shipped county, put in where the roster says nothing. */
export const isShipped = ({ source }: FigureSource): boolean => source === shippedFigures

const byUser: Bilingual = { zh: '由使用者填写', en: 'entered by the user' }

/** The county with one assumed number changed; its source says who set it. */
export function withAssumed(county: CountyDescription, { path, source }: AssumedNumber, value: number): CountyDescription {
  const changed = written(county, path.split('.'), value) as CountyDescription
  return { ...changed, sources: county.sources.map((one) => (one.path === source.path ? { ...one, source: 'user', note: byUser } : one)) }
}

/** Figures that a roster cannot give because only some schools have them: how many schools left each open. */
export function drawnFigures(county: CountyDescription): readonly { readonly stock: WordKey; readonly missing: number; readonly all: number }[] {
  const schools = county.roster ?? []
  const sections = schools.flatMap((school) => [school.primary, school.junior].filter((one) => one !== null))
  const counted = new Map<string, readonly (number | null)[]>()
  for (const name of ['classes', 'boarders'] as const) counted.set(name, sections.map((section) => section[name]))
  counted.set('grades', sections.map((section) => (section.grades === null ? null : 0)))
  for (const name of Object.keys(sections[0]?.staff ?? {}) as (keyof (typeof sections)[number]['staff'])[]) counted.set(name, sections.map((section) => section.staff[name]))
  for (const name of Object.keys(schools[0]?.stocks ?? {}) as (keyof (typeof schools)[number]['stocks'])[]) counted.set(name, schools.map((school) => school.stocks[name]))
  counted.set('position', schools.map((school) => school.longitude ?? school.latitude))
  return [...counted].map(([name, values]) => ({ stock: `data.stock.${name}` as WordKey, missing: values.filter((value) => value === null).length, all: values.length })).filter(({ missing }) => missing > 0)
}

/** A constant of the model that a county may know better: births, retirement, prices. */
export interface ModelNumber {
  /** `group.parameter` of behaviour, or `policy.lever`. */
  readonly id: string
  readonly of: 'behaviour' | 'policy'
  readonly parameter: NumberParameter
}

const wanted: readonly (readonly ['behaviour' | 'policy', string, string])[] = [
  ['behaviour', 'demography', 'futureBirths'],
  ['behaviour', 'demography', 'ruralMoves'],
  ['behaviour', 'demography', 'townshipMoves'],
  ['behaviour', 'teacher-leaving', 'retireFemale'],
  ['behaviour', 'teacher-leaving', 'retireMale'],
  ['behaviour', 'funding', 'roomPrice'],
  ['policy', 'school-standardisation', 'roomPrice'],
  ['policy', 'school-standardisation', 'sportsPrice'],
  ['policy', 'school-standardisation', 'mediaPrice'],
]

/** The constants offered beside the county’s own assumptions. */
export const modelNumbers: readonly ModelNumber[] = wanted.flatMap(([of, group, name]) => {
  const parameters = of === 'behaviour' ? behaviourGroups.find((one) => one.id === group)?.parameters : policies.find((one) => one.id === group)?.parameters
  const parameter = (parameters as Readonly<Record<string, NumberParameter>> | undefined)?.[name]
  return parameter ? [{ id: `${group}.${name}`, of, parameter }] : []
})
