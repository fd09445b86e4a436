import type { Scope } from '../../../engine/index.ts'
import type { Timing } from '../../stores/draft/draft.ts'
import type { Speech } from './doors.ts'

/** Which schools a scope covers, whatever their stage: “Township, Rural”, “12 schools”, or both where both must hold; empty for all. */
export function coveredText({ t }: Pick<Speech, 't'>, { kinds, schools }: Scope): string {
  const places = (kinds ?? []).map((kind) => t(`place.${kind}`)).join(t('mark.list'))
  if (schools === undefined) return places
  const count = t('sheet.scope.schools', { count: schools.length })
  return places === '' ? count : count + t('mark.bracketed', { what: places })
}

/** When and where a policy acts, in a line: “2026–2030, phased in over 5 years, Primary, Rural”. */
export function timingText(speech: Pick<Speech, 't'>, { from, to, ramp, where = {} }: Timing): string {
  const { t } = speech
  return [
    to === undefined ? t('report.from', { year: from }) : t('report.years', { from, to }),
    ...(ramp > 1 ? [t('report.ramp', { count: ramp })] : []),
    ...(where.level === undefined ? [] : [t(`level.${where.level}`)]),
    coveredText(speech, where),
  ]
    .filter((part) => part !== '')
    .join(t('mark.comma'))
}
