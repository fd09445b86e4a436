import type { Field, ItemSet } from './item-set.ts'

/** How the numbers of a column are to be read: as they stand, per pupil, or per hundred pupils. */
export type Measure = 'total' | 'per-pupil' | 'per-100'

/** The field a header names. */
export interface HeaderMatch {
  readonly field: string
  /** Unit id named in the header; null = not named, the field's first unit is taken. */
  readonly unit: string | null
  readonly measure: Measure
  /** 3 = the official or a common name; 2 = the same but for words such as “total”; 1 = a guess that a person should see. */
  readonly sureness: 1 | 2 | 3
}

/** A text reduced to what distinguishes headers: width, case, blanks and punctuation do not. */
export const plainText = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-–—·.:;,、，。；：/\\|*#"'“”‘’&?!]/g, '')

const brackets = /[(（[【〔]([^)）\]】〕]*)[)）\]】〕]/g
const filler = /(总数|总计|总量|合计|数量|人数|总|现有|实有|全校|本校|其中|含|共|数|the|of|number|total|count|no)/g
const perHundred = /^(每百名学生拥有|每百名学生|每百生|每百人|百生|per100pupils|per100)/
const perPupil = /^(生均|每生|人均|学生人均|perpupil)/
const perHundredEnd = /(per100pupils|per100)$/
const perPupilEnd = /(perpupil)$/

/** Label without its bracketed parts, and the bracketed parts. */
function peel(label: string): { readonly bare: string; readonly inside: readonly string[] } {
  const inside: string[] = []
  const bare = label.normalize('NFKC').replace(brackets, (_, text: string) => {
    inside.push(text)
    return ''
  })
  return { bare, inside }
}

function measureOf(text: string): { readonly measure: Measure; readonly rest: string } {
  for (const [pattern, measure] of [
    [perHundred, 'per-100'],
    [perPupil, 'per-pupil'],
    [perHundredEnd, 'per-100'],
    [perPupilEnd, 'per-pupil'],
  ] as const) {
    const rest = text.replace(pattern, '')
    if (rest !== text && rest !== '') return { measure, rest }
  }
  return { measure: 'total', rest: text }
}

const withoutFiller = (text: string): string => text.replace(filler, '')

interface Known {
  readonly field: Field
  readonly names: readonly string[]
  readonly cores: readonly string[]
  readonly units: ReadonlyMap<string, string>
}

const prepared = new WeakMap<ItemSet, readonly Known[]>()

/** Names and units of all fields in plain form, worked out once per item set: headers are compared some thousand times. */
function knownOf(set: ItemSet): readonly Known[] {
  const before = prepared.get(set)
  if (before) return before
  const known = set.fields.map((field): Known => {
    const names = [...new Set([...field.headers, field.text.zh, field.text.en].map(plainText))]
    const units = field.kind === 'number' ? field.units.flatMap((u) => u.headers.map((h) => [plainText(h), u.id] as const)) : []
    // of two units written alike the first declared counts
    return { field, names, cores: names.map(withoutFiller), units: new Map(units.reverse()) }
  })
  prepared.set(set, known)
  return known
}

const unitText = (text: string): string =>
  plainText(text)
    .replace(/^单位/, '')
    .replace(/(每生|生|perpupil)$/, '')

function unitNamed(known: Known, texts: readonly string[]): string | null {
  for (const text of texts) {
    const unit = known.units.get(text)
    if (unit !== undefined) return unit
  }
  return null
}

/** Whether the name of a field is the name in a header; longer names are surer guesses. */
function sureness(name: string, core: string, { names, cores }: Known): 0 | 1 | 2 | 3 {
  if (names.includes(name)) return 3
  if (core !== '' && cores.includes(core)) return 2
  return names.some((n) => n.length >= 4 && name.includes(n)) ? 1 : 0
}

/** The field that a header names, or null. Headings above help when the label alone says too little (教师 / 骨干). */
export function matchHeader(label: string, groups: readonly string[], set: ItemSet): HeaderMatch | null {
  const above = groups.at(-1) ?? ''
  const candidates = above === '' ? [label] : [label, above + label, label + above, above]
  const groupUnits = groups.flatMap((g) => peel(g).inside).map(unitText)
  const ownUnits = [label, ...peel(label).inside].map(unitText)
  let best: HeaderMatch | null = null
  let length = 0
  candidates.forEach((candidate, c) => {
    const { bare, inside } = peel(candidate)
    const whole = plainText(candidate)
    const { measure, rest } = measureOf(plainText(bare))
    if (rest === '') return
    const core = withoutFiller(rest)
    // a unit alone under a heading: the heading is the name
    const isUnitRow = c === 3
    const units = [...inside.map(unitText), ...(isUnitRow ? ownUnits : []), ...groupUnits]
    for (const known of knownOf(set)) {
      const { field } = known
      if (isUnitRow && unitNamed(known, ownUnits) === null) continue
      const sure = known.names.includes(whole) ? 3 : sureness(rest, core, known)
      if (sure === 0 || (measure !== 'total' && !(field.kind === 'number' && field.ratio))) continue
      const named = known.names.reduce((longest, n) => (rest.includes(n) ? Math.max(longest, n.length) : longest), 0)
      if (!best || sure > best.sureness || (sure === best.sureness && named > length)) {
        best = { field: field.id, unit: unitNamed(known, units), measure, sureness: sure }
        length = named
      }
    }
  })
  return best
}
