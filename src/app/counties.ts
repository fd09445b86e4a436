import type { CountyDescription } from '../engine/index.ts'
import city from '../../scenarios/counties/city-county.json'
import mountain from '../../scenarios/counties/mountain-county.json'
import plain from '../../scenarios/counties/plain-county.json'

/** The shipped counties, the default first. Tests read them through the parser; the page need not carry it to open them. */
export const shippedCounties: readonly CountyDescription[] = [plain, mountain, city].map((file) => {
  const { $schema: _, ...county } = file as typeof file & { readonly $schema?: string }
  return county as unknown as CountyDescription
})
