import { dayOf } from '../../words/format.ts'

/** What a citation names. */
export interface Cited {
  readonly author: string
  readonly title: string
  readonly version: string
  /** Day on which this version was published, ISO 8601. */
  readonly released: string
  /** Day of the citation. */
  readonly date: Date
  /** Address of the page, without its fragment; empty if it has none. */
  readonly address: string
  /** Digest of the scenario: results of two in one list of references are told apart by how it begins. */
  readonly scenario: string
  /** Seeds, standard and digests: what makes the result reproducible. */
  readonly note: string
}

export const citationStyles = ['GB/T 7714', 'BibTeX', 'RIS'] as const
export type CitationStyle = (typeof citationStyles)[number]

/** Signs that BibTeX reads as commands. */
const plain = (text: string): string =>
  text.replace(/[{}\\]/g, '').replace(/[&%#_$]/g, '\\$&').replace(/\^/g, '\\textasciicircum{}').replace(/~/g, '\\textasciitilde{}')

const lineless = (text: string): string => text.replace(/[\r\n]+/g, ' ')

/** A citation of a result in one of the three styles. */
export function cite(style: CitationStyle, { author, title, version, date, address, note: written, released, scenario }: Cited): string {
  const day = dayOf(date)
  const year = released.slice(0, 4)
  // the name of a scenario from a file may have lines, which would end an entry early
  const note = lineless(written)
  const at = (text: string): readonly string[] => (address === '' ? [] : [text])
  if (style === 'BibTeX') {
    const parts = [`author  = {{${plain(author)}}}`, `title   = {${plain(title)}}`, `version = {${version}}`, `year    = {${year}}`, ...at(`url     = {${address}},\n  urldate = {${day}}`), `note    = {${plain(note)}}`]
    return `@software{hengtu_${year}_${scenario.slice(0, 8)},\n  ${parts.join(',\n  ')}\n}`
  }
  if (style === 'RIS') return ['TY  - COMP', `AU  - ${author}`, `TI  - ${title}`, `ET  - ${version}`, `PY  - ${year}`, `Y2  - ${day.replaceAll('-', '/')}`, ...at(`UR  - ${address}`), `N1  - ${note}`, 'ER  - '].join('\r\n')
  return [`${author}. ${title}: ${version}[CP${at('/OL').join('')}]`, `(${released})[${day}]`, ...at(address), `${note}.`].join('. ')
}
