import type { Speech } from './doors.ts'
import type { ItemView } from './frame.ts'
import { standingGlyph } from '../../theme/encodings.ts'

/** What the shapes of schools stand for, in a line. */
export const placeKey = ({ t }: Pick<Speech, 't'>): string => [`■ ${t('place.short.county-town')}`, `▲ ${t('place.short.township')}`, `● ${t('place.short.rural')}`].join(t('mark.middle'))

const signs = [
  ['meets', 'standing.meets'],
  ['near', 'map.near'],
  ['fails', 'map.fails'],
  ['none', 'map.none'],
] as const

/** Signs of schools with their words: none without a standard for schools, but a grid says who is left out. */
export const signsOf = (item: ItemView, grid: boolean) => signs.slice(item.standard ? 0 : 3, grid ? 4 : 3)

/** What shapes and signs stand for, in a line: for a picture that leaves without its legend. */
export function mapKey(speech: Pick<Speech, 't'>, item: ItemView, grid: boolean): string {
  const { t } = speech
  return [...(grid ? [] : [placeKey(speech)]), ...signsOf(item, grid).map(([standing, text]) => `${standingGlyph[standing]} ${t(text)}`)].join(t('mark.middle'))
}
