import type { CountyDescription } from '../engine/index.ts'
import plain from '../../scenarios/counties/plain-county.json'

/** A shipped county file as a description. Tests read them through the parser; the page need not carry it to open them. */
export function descriptionOf(file: object): CountyDescription {
  const { $schema: _, ...county } = file as CountyDescription & { readonly $schema?: string }
  return county
}

/** The county the app opens with. */
export const firstCounty: CountyDescription = descriptionOf(plain)

/** The other shipped counties, in their order: loaded after the first picture, or when a draft or a link asks for one. */
export const otherCounties = async (): Promise<readonly CountyDescription[]> => (await import('./counties-later.ts')).countiesLater
