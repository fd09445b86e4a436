import { aboutEn } from './about.en.ts'
import { chartsEn } from './charts.en.ts'
import { exploreEn } from './explore.en.ts'
import { frameEn } from './frame.en.ts'

/** Interface words of the frame and the first screen in English. */
export const words = { ...aboutEn, ...chartsEn, ...exploreEn, ...frameEn }
