import type { Bilingual } from '../engine/index.ts'

/* Words of the command `uncertainty`. */

const both = (en: string, zh: string): Bilingual => ({ en, zh })

export const uncertaintyWords = {
  about: both('tell apart chance and parameter uncertainty: how much of a result’s spread is parameters nobody knows', '区分随机性与参数不确定性：结果的差异有多少来自未知的参数'),
  argScenario: both('scenario file (.json)', '方案文件（.json）'),
  optSets: both('parameter sets drawn over the ranges of the evidence (default 16)', '在依据范围内抽取的参数组数（默认16）'),
  optReplicates: both('runs per parameter set (default 4)', '每组参数的模拟次数（默认4）'),
  optYear: both('school year to look at (default: the last)', '所看学年（默认最后一年）'),
  optColumns: both('results to look at, ids of the data dictionary separated by commas', '所看结果，按数据字典编号，以逗号分隔'),
  optWorkers: both('worker threads; 0 = none', '工作线程数；0为不用'),
  progress: both('parameter sets run: {done} of {all}', '已运行参数组：{done}/{all}'),
  stopped: both('Stopped after {done} of {all} parameter sets: the spread was not taken apart.', '已停止：只完成{done}/{all}组参数，未做差异来源分析。'),
  unknownColumn: both('There is no result {column}.', '没有名为{column}的结果。'),
  columnHint: both('For example: {names}.', '例如：{names}。'),
  badYear: both('The scenario does not show the school year {year}.', '方案不包含{year}学年。'),
  yearHint: both('It shows {from} to {to}.', '方案展示{from}至{to}学年。'),
  headResult: both('result', '结果'),
  headMean: both('mean', '均值'),
  headRange: both('5 to 95% of runs', '5%–95%区间'),
  headLuck: both('chance (SD)', '随机性（标准差）'),
  headKnowledge: both('parameters (SD)', '参数不确定性（标准差）'),
  headShare: both('parameters, share', '参数不确定性占比'),
  headAbove: both('runs above 0', '大于0的次数'),
  armReference: both('{arm}, {year}', '{arm}，{year}学年'),
  armDifference: both('{arm} minus {reference}, {year}, same chance', '{arm}减{reference}，{year}学年，随机因素相同'),
  above: both('{above} of {runs}', '{runs}次中{above}次'),
  foot: both(
    '{sets} parameter sets × {replicates} runs. Chance: what differs between runs of one set. Parameters: what differs between sets beyond that; more runs do not make it smaller, only evidence does. What the scenario sets itself stays as set.',
    '{sets}组参数×{replicates}次模拟。随机性：同一组参数各次之间的差异。参数不确定性：各组之间超出随机性的差异，增加模拟次数不能减小，只有更充分的依据可以。方案已设定的取值不变。',
  ),
} as const satisfies Readonly<Record<string, Bilingual>>
export type UncertaintyWord = keyof typeof uncertaintyWords
