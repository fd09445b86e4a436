import type { CountyDescription } from '../engine/index.ts'

/** What a county is called after the file of its roster. */
export const countyName = (file: string): string => file.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '')

/** What the name of a roster’s county decides: how it is shown, and what is drawn where the roster says nothing. */
export const calledBy = (name: string, schools: number): Pick<CountyDescription, 'title' | 'about' | 'seed'> => ({
  title: { en: name, zh: name },
  about: { en: `Built on the roster “${name}”: ${schools} schools.`, zh: `根据明细表“${name}”建立，共${schools}所学校。` },
  seed: `roster ${name}`.slice(0, 100),
})

/** What a county built on a roster names as the source of a number that the roster could have given and did not. */
export const shippedFigures = 'hengtu: plain-county'

/** How the id of a county built on a roster begins. */
export const idStart = 'roster-'
/** Whether this is the id of a county built on a roster. */
export const isRosterCounty = (id: string): boolean => id.startsWith(idStart)

/** A roster’s county under another name: what was entered about it stays. */
export const renamed = (county: CountyDescription, name: string): CountyDescription => ({
  ...county,
  ...calledBy(name, county.roster?.length ?? 0),
  sources: county.sources.map((one) => (one.path === 'roster' ? { ...one, source: name } : one)),
})
