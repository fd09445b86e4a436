/*
 * What is wrong with values, years, arms and counties, in both languages.
 */
import type { Bilingual, NumberParameter } from '../engine/index.ts'
import { unitNames } from '../engine/index.ts'
import { quoted } from './problems.ts'

const both = (en: string, zh: string): Bilingual => ({ en, zh })

const inUnit = ({ unit }: NumberParameter): Bilingual => both(unitNames[unit].en, unitNames[unit].zh)

export const sayValue = {
  unknownPolicy: (id: string): Bilingual => both(`There is no policy “${id}”.`, `没有“${id}”这项政策。`),
  unknownLever: (lever: string, policy: Bilingual): Bilingual =>
    both(`“${policy.en}” has no lever “${lever}”.`, `“${policy.zh}”没有“${lever}”这个参数。`),
  unknownBehaviour: (name: string): Bilingual => both(`There is no behaviour parameter “${name}”.`, `没有“${name}”这个行为参数。`),
  unknownChoice: (value: unknown, label: Bilingual): Bilingual =>
    both(`“${label.en}” cannot be ${quoted(value)}.`, `“${label.zh}”不能取 ${quoted(value)}。`),

  outside: (parameter: NumberParameter, value: number): Bilingual => {
    const { label, range } = parameter
    const unit = inUnit(parameter)
    return both(
      `“${label.en}” must lie between ${range[0]} and ${range[1]} (unit: ${unit.en}); the file says ${value}.`,
      `“${label.zh}”须在${range[0]}至${range[1]}之间（单位：${unit.zh}），文件中为${value}。`,
    )
  },
  notNumber: (parameter: NumberParameter, value: unknown): Bilingual => {
    const { label, range } = parameter
    const unit = inUnit(parameter)
    return both(
      `“${label.en}” is a number between ${range[0]} and ${range[1]} (unit: ${unit.en}); the file says ${quoted(value)}.`,
      `“${label.zh}”应为${range[0]}至${range[1]}之间的数字（单位：${unit.zh}），文件中为 ${quoted(value)}。`,
    )
  },
  percentHint: (value: number): Bilingual =>
    both(`Shares are written as fractions: ${value}% is ${value / 100}.`, `比例用小数表示：${value}% 写作 ${value / 100}。`),
  rangeHint: (parameter: NumberParameter): Bilingual =>
    both(`Write a value within the range; the default is ${parameter.default}.`, `请改为范围内的数值，默认值为${parameter.default}。`),

  seriesKey: (key: string): Bilingual => both(`“${key}” is not a school year.`, `“${key}”不是学年。`),
  seriesKeyHint: both(
    'A series is written by year, such as { "2027": 0.05, "2029": 0.1 }.',
    '按学年写，例如 { "2027": 0.05, "2029": 0.1 }。',
  ),
  seriesEmpty: both('The series has no year.', '按年数值为空。'),
  seriesOrder: both('The years are not in ascending order.', '学年没有按先后顺序排列。'),
  seriesOrderHint: both('Put the earliest year first.', '请从最早的学年写起。'),
  seriesOutside: (year: number, from: number, to: number): Bilingual =>
    both(`${year} is outside the years of the policy, ${from} to ${to}.`, `${year}年不在政策实施的${from}至${to}学年之内。`),
  seriesGap: (first: number, from: number): Bilingual =>
    both(
      `The series begins in ${first}, but the policy starts in ${from}: nothing says what holds before ${first}.`,
      `按年数值从${first}年开始，而政策从${from}年实施，${first}年之前没有取值。`,
    ),
  seriesGapHint: (from: number): Bilingual =>
    both(`Add a value for ${from}, or start the policy later.`, `请补上${from}年的数值，或推迟政策起始学年。`),

  yearsReversed: (from: number, to: number): Bilingual =>
    both(`The last school year, ${to}, lies before the first, ${from}.`, `终止学年${to}早于起始学年${from}。`),
  yearsTooMany: (count: number, most: number): Bilingual =>
    both(
      `${count} school years are more than the ${most} that a scenario may cover.`,
      `共${count}个学年，超过方案最多${most}个学年的限度。`,
    ),
  yearsBeforeCounty: (from: number, county: number): Bilingual =>
    both(
      `The first school year, ${from}, lies before the year of the county's figures, ${county}.`,
      `起始学年${from}早于县数据的年份${county}。`,
    ),
  yearsBeforeHint: (county: number): Bilingual => both(`Start in ${county} or later.`, `请从${county}年或以后开始。`),
  policyOutside: (year: number, from: number, to: number): Bilingual =>
    both(`${year} is outside the years of the scenario, ${from} to ${to}.`, `${year}年不在方案的${from}至${to}学年之内。`),
  policyTooEarly: (year: number, county: number): Bilingual =>
    both(
      `${year} is the year of the county's figures; a policy can act from ${county + 1}.`,
      `${year}年是县数据所在年份，政策最早从${county + 1}年实施。`,
    ),

  armTwice: (id: string): Bilingual => both(`Two arms have the id “${id}”.`, `有两个方案的标识都是“${id}”。`),
  armTwiceHint: both('Give each arm its own id.', '请为每个方案取不同的标识。'),
  policyTwice: (policy: Bilingual, year: number): Bilingual =>
    both(
      `“${policy.en}” stands twice in this arm for the same sections in ${year}.`,
      `“${policy.zh}”在同一方案中对同一范围重复设置（${year}年）。`,
    ),
  policyTwiceHint: both(
    'Keep one, use a series by year, or give them different scopes.',
    '请保留一项，或改用按年数值，或设置不同的覆盖范围。',
  ),
  schoolUnknown: (id: number, count: number): Bilingual =>
    both(
      `There is no school ${id}; this county has ${count} schools, 1 to ${count}.`,
      `没有编号为${id}的学校，本县有${count}所学校，编号1至${count}。`,
    ),
  rampAlone: both('This policy has no lever that can rise over the years.', '这项政策没有可逐年过渡的参数。'),
  rampAloneHint: both('Leave out “ramp”.', '请去掉“ramp”。'),
}
