/*
 * What is wrong with official items entered by hand, in both languages.
 */
import { unitNames, type AskedNumber, type Bilingual } from '../engine/index.ts'
import { quoted } from './problems.ts'

const both = (en: string, zh: string): Bilingual => ({ en, zh })

export const sayEntered = {
  unknownItem: (id: string): Bilingual => both(`There is no official item “${id}” to be entered by hand.`, `没有可人工填报的指标“${id}”。`),
  unknownPart: (item: string, id: string): Bilingual => both(`Item ${item} has no part “${id}”.`, `指标 ${item} 没有“${id}”这一栏。`),
  notMet: (label: Bilingual, value: unknown): Bilingual => both(`“${label.en}” is met or not met; the file says ${quoted(value)}.`, `“${label.zh}”应填达到或未达到，文件中为 ${quoted(value)}。`),
  metHint: both('Write true or false.', '请写 true（达到）或 false（未达到）。'),
  notNumber: (label: Bilingual, { range, unit }: AskedNumber, value: unknown): Bilingual =>
    both(
      `“${label.en}” is a number between ${range[0]} and ${range[1]} (unit: ${unitNames[unit].en}); the file says ${quoted(value)}.`,
      `“${label.zh}”应为${range[0]}至${range[1]}之间的数字（单位：${unitNames[unit].zh}），文件中为 ${quoted(value)}。`,
    ),
  noneHint: (none: Bilingual): Bilingual => both(`Where it is so that “${none.en}”, write "none".`, `如“${none.zh}”，请写 "none"。`),
  outside: (label: Bilingual, { range, unit }: AskedNumber, value: number): Bilingual =>
    both(
      `“${label.en}” must lie between ${range[0]} and ${range[1]} (unit: ${unitNames[unit].en}); the file says ${value}.`,
      `“${label.zh}”须在${range[0]}至${range[1]}之间（单位：${unitNames[unit].zh}），文件中为${value}。`,
    ),
  perSchool: (label: Bilingual): Bilingual => both(`“${label.en}” is asked of every school: a figure per school id.`, `“${label.zh}”须逐校填报：按学校编号各填一个。`),
  perSchoolHint: both('Write, for instance, { "1": true, "2": false }.', '例如 { "1": true, "2": false }。'),
  unknownDayOf: (name: string): Bilingual => both(`A day is noted of “${name}”, which is no assumption, lever or item that could be set.`, `“${name}”不是可设定的假设、政策项或填报指标，不能记录日期。`),
  notDay: (text: string): Bilingual => both(`${quoted(text)} is not a day of the calendar.`, `${quoted(text)} 不是有效日期。`),
  dayHint: both('Write year, month and day, for instance "2026-11-27".', '请写年月日，例如 "2026-11-27"。'),
  school: (id: string, count: number): Bilingual =>
    Number.isFinite(count)
      ? both(`There is no school ${quoted(id)}; this county has ${count} schools, 1 to ${count}.`, `没有编号为 ${quoted(id)} 的学校，本县有${count}所学校，编号1至${count}。`)
      : both(`${quoted(id)} is not a school id.`, `${quoted(id)} 不是学校编号。`),
}
