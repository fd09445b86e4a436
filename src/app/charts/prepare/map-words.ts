import type { Speech } from './doors.ts'
import type { ItemView } from './frame.ts'

/** What the shapes of schools stand for, in a line. */
export const placeKey = ({ t }: Pick<Speech, 't'>): string => [`■ ${t('place.short.county-town')}`, `▲ ${t('place.short.township')}`, `● ${t('place.short.rural')}`].join(t('mark.middle'))

/** What shapes and signs stand for, in a line: for a picture that leaves without its legend. */
export function mapKey(speech: Pick<Speech, 't'>, item: ItemView, grid: boolean): string {
  const { t } = speech
  const signs = item.standard ? [`✓ ${t('standing.meets')}`, `△ ${t('map.near')}`, `✕ ${t('map.fails')}`] : []
  return (grid ? [...signs, `— ${t('map.none')}`] : [placeKey(speech), ...signs]).join(t('mark.middle'))
}
