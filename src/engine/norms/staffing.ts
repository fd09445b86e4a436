import { cite, type Level } from '../declare.ts'
import { inForce, type Dated } from './dated.ts'

/*
 * Staffing norms (编制标准): pupils per member of staff. Until 2014 towns were granted more posts than villages; since then
 * the county-town figure holds everywhere.
 */

type PlaceKind = 'county-town' | 'township' | 'rural'

/** Pupils per post, by level and kind of place. */
export const staffingNorms: readonly Dated<Readonly<Record<Level, Readonly<Record<PlaceKind, number>>>>>[] = [
  {
    from: 2001,
    value: { primary: { 'county-town': 21, township: 23, rural: 23 }, junior: { 'county-town': 16, township: 18, rural: 18 } },
    source: cite('staffing-2001', { en: 'city 19 and 13.5, county seat 21 and 16, all other places 23 and 18 pupils per post', zh: '员生比：城市1∶19和1∶13.5，县镇1∶21和1∶16，农村1∶23和1∶18' }, 'high'),
  },
  {
    from: 2014,
    value: { primary: { 'county-town': 19, township: 19, rural: 19 }, junior: { 'county-town': 13.5, township: 13.5, rural: 13.5 } },
    source: cite('staffing-2014', { en: 'unified to the city figure: 19 and 13.5 pupils per post; the document itself was not seen, only what is written about it', zh: '统一为城市标准：1∶19和1∶13.5；仅见转述，未见文件原文' }, 'medium'),
  },
]

/** Pupils per granted post in a calendar year. */
export const pupilsPerPost = (year: number, level: Level, kind: PlaceKind): number => inForce('staffing norm', staffingNorms, year).value[level][kind]
