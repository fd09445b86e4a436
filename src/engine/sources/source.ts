import type { Bilingual } from '../declare.ts'

/** Where a statement comes from, and how far it was checked. */
export interface Source {
  readonly kind: 'document' | 'local-rule' | 'unattributed' | 'statistic' | 'study' | 'derived' | 'assumption'
  /** `read`: on the issuer’s or author’s own page; `second-hand`: on a copy, a mirror or in the news; `unconfirmed`: nobody has opened it. */
  readonly checked: 'read' | 'second-hand' | 'unconfirmed'
  readonly title: Bilingual
  readonly year?: number
  readonly url?: string
}

const entry =
  (kind: Source['kind']) =>
  (checked: Source['checked'], year: number | undefined, en: string, zh: string, url?: string): Source => ({
    kind,
    checked,
    title: { en, zh },
    ...(year === undefined ? {} : { year }),
    ...(url === undefined ? {} : { url }),
  })

/** A national document. */
export const document = entry('document')
/** A rule of one province, city or county: an example, never a national norm. */
export const localRule = entry('local-rule')
/** A text seen on a copy that does not name who issued it: no authority stands behind it. */
export const unattributed = entry('unattributed')
/** Published figures. */
export const statistic = entry('statistic')
/** Research; usually only its abstract was seen. */
export const study = entry('study')
/** Arithmetic on confirmed inputs. */
export const derived = entry('derived')
