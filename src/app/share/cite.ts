import { dayOf } from '../../words/format.ts'

/** What a citation names. */
export interface Cited {
  readonly author: string
  readonly title: string
  readonly version: string
  /** Day of the citation: the year of publication is taken from it too. */
  readonly date: Date
  /** Address of the page, without its fragment. */
  readonly address: string
  /** Seeds, standard and digests: what makes the result reproducible. */
  readonly note: string
}

export const citationStyles = ['GB/T 7714', 'BibTeX', 'RIS'] as const
export type CitationStyle = (typeof citationStyles)[number]

/** Signs that BibTeX reads as commands. */
const plain = (text: string): string => text.replace(/[{}\\]/g, '').replace(/([&%#_$])/g, '\\$1')

/** A citation of a result in one of the three styles. */
export function cite(style: CitationStyle, { author, title, version, date, address, note }: Cited): string {
  const day = dayOf(date)
  const year = day.slice(0, 4)
  if (style === 'BibTeX') {
    return `@software{hengtu_${year},\n  author  = {{${plain(author)}}},\n  title   = {${plain(title)}},\n  version = {${version}},\n  year    = {${year}},\n  url     = {${address}},\n  urldate = {${day}},\n  note    = {${plain(note)}}\n}`
  }
  if (style === 'RIS') return ['TY  - COMP', `AU  - ${author}`, `TI  - ${title}`, `ET  - ${version}`, `PY  - ${year}`, `Y2  - ${day.replaceAll('-', '/')}`, `UR  - ${address}`, `N1  - ${note}`, 'ER  - '].join('\r\n')
  return `${author}. ${title}: ${version}[CP/OL]. (${year})[${day}]. ${address}. ${note}.`
}
