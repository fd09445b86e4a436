import { aboutZh } from './about.zh.ts'
import { chartsZh } from './charts.zh.ts'
import { exploreZh } from './explore.zh.ts'
import { frameZh } from './frame.zh.ts'

/** Interface words of the frame and the first screen in Chinese, the source; every other language has the same keys and slots. */
export const words = { ...aboutZh, ...chartsZh, ...exploreZh, ...frameZh }
