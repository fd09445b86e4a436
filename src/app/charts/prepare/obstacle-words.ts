import type { Speech } from './doors.ts'
import type { OfficialRow } from './guarantees.ts'
import type { Obstacle } from './obstacles.ts'
import { shownAgainst } from './shown.ts'

/** What stands in the way as a line of at most 16 letters in Chinese. The mean of all items is named where that is judged. */
export function obstacleText({ t, language }: Speech, one: Obstacle, composite: boolean): string {
  const level = t(`level.${one.level}`)
  if (one.kind === 'overall') return t('verdict.obstacle.overall', { level, count: one.count })
  const item = composite ? t('verdict.composite') : one.item.short[language]
  if (one.kind === 'floor') return t('verdict.obstacle.floor', { item, level, count: one.count })
  if (one.kind === 'cv') return t('verdict.obstacle.cv', { item, level, cv: shownAgainst(one.cv, one.limit, 3) })
  return t('verdict.obstacle.missing', { item, level, what: t(`verdict.${one.kind}`) })
}

/** A guarantee that most runs miss, as such a line. */
export function guaranteeText({ t, language }: Speech, { item, runs }: OfficialRow): string {
  const { passes, of } = runs!
  const name = (item.text.short ?? item.text.name)[language]
  return passes === 0 && of > 1 ? t('verdict.obstacle.guarantee.all', { item: name, of }) : t('verdict.obstacle.guarantee', { item: name, runs: of - passes, of })
}
