import type { CountyDescription } from '../engine/index.ts'
import city from '../../scenarios/counties/city-county.json'
import mountain from '../../scenarios/counties/mountain-county.json'
import { descriptionOf, firstCounty } from './counties.ts'

/** The shipped counties that the first picture does without. */
export const countiesLater: readonly CountyDescription[] = [mountain, city].map(descriptionOf)

/** All shipped counties, the default first. */
export const shippedCounties: readonly CountyDescription[] = [firstCounty, ...countiesLater]
