import type { Level } from '../../../engine/index.ts'
import { itemAgainst, itemUnit } from './amounts.ts'
import type { Speech } from './doors.ts'
import type { ItemView } from './frame.ts'
import { countStandings, type MapMark } from './school-map.ts'

/** What the map says: schools under 85 % of a standard and those that come near it. Without a standard for schools nobody is. */
export function mapTitle({ t, language }: Speech, item: ItemView, marks: readonly MapMark[], year: number): string {
  const { fails, near } = countStandings(marks)
  return t(item.standard === undefined ? 'map.title.none' : 'map.title.item', { year, item: item.short[language], fails, near })
}

/** The item of a school beside its standard, with the unit. */
export const markValue = ({ language }: Pick<Speech, 'language'>, item: ItemView, level: Level, { value }: Pick<MapMark, 'value'>): string =>
  `${itemAgainst(value, item.unit, item.standard?.[level])} ${itemUnit(item, language)}`

/** The other stage of a nine-year school. */
export const otherLevel = (level: Level): Level => (level === 'primary' ? 'junior' : 'primary')

/** A mark in words. */
export function markName(speech: Speech, item: ItemView, mark: MapMark): string {
  const { t, language } = speech
  const other = mark.other ? t('map.other', { level: t(`level.${otherLevel(mark.level)}`), standing: t(`standing.${mark.other}`) }) : ''
  return t('map.school', { name: mark.name[language], place: t(`place.${mark.place}`), level: t(`level.${mark.level}`), value: markValue(speech, item, mark.level, mark), standing: t(`standing.${mark.standing}`) }) + other
}

/** What the shapes of schools stand for, in a line. */
export const placeKey = ({ t }: Pick<Speech, 't'>): string => [`■ ${t('place.short.county-town')}`, `▲ ${t('place.short.township')}`, `● ${t('place.short.rural')}`].join(t('mark.middle'))

/** What shapes and signs stand for, in a line: for a picture that leaves without its legend. On a map a school that meets its standard has no sign. */
export function mapKey(speech: Pick<Speech, 't'>, item: ItemView, grid: boolean): string {
  const { t } = speech
  const signs = item.standard ? [`△ ${t('map.near')}`, `✕ ${t('map.fails')}`] : []
  return (grid ? [`✓ ${t('standing.meets')}`, ...signs, `— ${t('map.none')}`] : [placeKey(speech), ...signs]).join(t('mark.middle'))
}
