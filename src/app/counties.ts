import type { CountyDescription } from '../engine/index.ts'
import city from '../../scenarios/counties/city-county.json'
import mountain from '../../scenarios/counties/mountain-county.json'
import plain from '../../scenarios/counties/plain-county.json'
import { readCountyValue } from '../scenario/parse.ts'

/** The shipped counties, the default first; one that does not read is left out, which the tests would see. */
export const shippedCounties: readonly CountyDescription[] = [plain, mountain, city].flatMap((value) => {
  const { county } = readCountyValue(value)
  return county ? [county] : []
})
