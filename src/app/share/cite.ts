/** What a citation names. */
export interface Cited {
  readonly title: string
  readonly version: string
  readonly year: number
  /** Address of the page, without its fragment. */
  readonly address: string
  /** Seeds, standard and digest: what makes the result reproducible. */
  readonly note: string
}

export const citationStyles = ['GB/T 7714', 'BibTeX', 'RIS'] as const
export type CitationStyle = (typeof citationStyles)[number]

/** A citation of a result in one of the three styles. */
export function cite(style: CitationStyle, { title, version, year, address, note }: Cited): string {
  if (style === 'BibTeX') {
    return `@software{hengtu_${year},\n  author  = {{Hengtu developers}},\n  title   = {${title}},\n  version = {${version}},\n  year    = {${year}},\n  url     = {${address}},\n  note    = {${note}}\n}`
  }
  if (style === 'RIS') return ['TY  - COMP', 'AU  - Hengtu developers', `TI  - ${title}`, `ET  - ${version}`, `PY  - ${year}`, `UR  - ${address}`, `N1  - ${note}`, 'ER  - '].join('\n')
  return `Hengtu developers. ${title}: ${version}[CP/OL]. (${year})[${year}]. ${address}. ${note}.`
}
