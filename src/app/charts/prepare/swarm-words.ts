import type { Level } from '../../../engine/index.ts'
import { standingGlyph, type Place, type Standing } from '../../theme/encodings.ts'
import { itemAgainst, itemText, itemUnit } from './amounts.ts'
import type { Speech } from './doors.ts'
import type { ItemView } from './frame.ts'
import { drawnBelow, type SwarmDot } from './swarm.ts'
import { quantity, twinOf, type Cell, type Twin } from './twin.ts'

/** A stage, with the kind of place where its schools of that alone are shown. */
export const stageText = ({ t }: Pick<Speech, 't'>, level: Level, place = 'all'): string =>
  place === 'all' ? t(`level.${level}`) : t('schools.stage', { level: t(`level.${level}`), place: t(`place.${place as Place}`) })

/** How many schools are below the standard, as a sentence; and how many dots are, where the dots, each the middle of its runs, are not as many. */
export function swarmSummary(speech: Speech, item: ItemView, level: Level, dots: readonly SwarmDot[], below: number, year: number, place = 'all'): string {
  const { t, language } = speech
  const slots = { year, item: item.short[language], level: stageText(speech, level, place) }
  const standard = item.standard?.[level]
  if (dots.length === 0) return t('swarm.title.empty', slots)
  if (standard === undefined) return t('swarm.title.none', slots)
  const said = t(below === 0 ? 'swarm.title.all' : 'swarm.title', { ...slots, below, standard: itemText(standard, item.unit) })
  const drawn = drawnBelow(dots)
  return drawn === below ? said : said + t('swarm.title.dots', { drawn })
}

/** The same in a few words, for a small picture whose subtitle names item, level and year. */
export function swarmShort({ t }: Speech, item: ItemView, level: Level, below: number, year: number): string {
  const standard = item.standard?.[level]
  const slots = { year, level: t(`level.${level}`) }
  if (standard === undefined) return t('swarm.short.none', slots)
  return t(below === 0 ? 'swarm.short.all' : 'swarm.short', { ...slots, below, standard: itemText(standard, item.unit) })
}

/** An item with its unit, as the head of a column. */
export const itemHead = ({ t, language }: Speech, item: ItemView): string => item.short[language] + t('mark.bracketed', { what: itemUnit(item, language) })

/** An item of a school beside its standard. */
export const itemCell = (item: ItemView, level: Level, value: number): Cell => quantity(value, itemAgainst(value, item.unit, item.standard?.[level]))

/** How a school stands, in a sign and a word. */
export const standingText = ({ t }: Pick<Speech, 't'>, standing: Standing): string => `${standingGlyph[standing]} ${t(`standing.${standing}`)}`

/** Schools of one year as rows: place, item and how they stand. */
export const standingTwin = (speech: Speech, item: ItemView, level: Level, schools: readonly Pick<SwarmDot, 'name' | 'place' | 'value' | 'standing'>[]): Twin =>
  twinOf([
    { head: speech.t('chart.school'), cells: schools.map(({ name }) => name[speech.language]) },
    { head: speech.t('chart.place'), cells: schools.map(({ place }) => speech.t(`place.${place}`)) },
    { head: itemHead(speech, item), means: item.name[speech.language], cells: schools.map(({ value }) => itemCell(item, level, value)) },
    { head: speech.t('chart.standing'), cells: schools.map(({ standing }) => standingText(speech, standing)) },
  ])

/** Dots of several years: the year and its dots. */
export interface YearOfDots {
  readonly year: number
  readonly dots: readonly SwarmDot[]
}

/** Schools as rows and years as columns, in the order in which schools first have a dot; empty where they have none. */
export function schoolsByYear(speech: Speech, years: readonly YearOfDots[], cell: (dot: SwarmDot) => Cell): Twin {
  const { t, language } = speech
  const schools = [...new Map(years.flatMap(({ dots }) => dots.map((dot) => [dot.section, dot] as const)))]
  const cellOf = (dot: SwarmDot | undefined) => (dot ? cell(dot) : quantity(NaN))
  const at = years.map(({ dots }) => new Map(dots.map((dot) => [dot.section, dot])))
  return twinOf([
    { head: t('chart.school'), cells: schools.map(([, { name }]) => name[language]) },
    { head: t('chart.place'), cells: schools.map(([, { place }]) => t(`place.${place}`)) },
    ...years.map(({ year }, k) => ({ head: String(year), cells: schools.map(([section]) => cellOf(at[k]!.get(section))) })),
  ])
}

/** The picture of all years as rows: an item that its standard judges carries its sign where it does not meet it. */
export const swarmYearsTwin = (speech: Speech, item: ItemView, level: Level, years: readonly YearOfDots[]): Twin =>
  schoolsByYear(speech, years, ({ value, standing }) => {
    const text = itemAgainst(value, item.unit, item.standard?.[level])
    return quantity(value, standing === 'near' || standing === 'fails' ? `${standingGlyph[standing]} ${text}` : text)
  })
