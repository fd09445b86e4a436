import type { Speech } from './doors.ts'
import type { Twin } from './twin.ts'

/**
 * The table of a picture with the meaning of each column, for a file that is read without the picture: what the table says itself,
 * else the one meaning of a head that many pictures share, else what the picture is of.
 *
 * @param measure what is measured, in which unit
 */
export function explained({ t }: Pick<Speech, 't'>, twin: Twin, measure: string): Twin {
  const shared: Readonly<Record<string, string>> = {
    [t('chart.year')]: t('share.means.year'),
    [t('chart.school')]: t('share.means.name'),
    [t('chart.place')]: t('share.means.place'),
    [t('chart.standing')]: t('share.means.standing'),
    [t('level.picker')]: t('share.means.level'),
  }
  const isYear = (head: string) => /^\d{4}$/.test(head)
  const means = twin.heads.map((head, k) => twin.means?.[k] || shared[head] || (isYear(head) ? t('share.means.in-year', { year: head, what: measure }) : measure))
  return { ...twin, means }
}
