import type { Bilingual } from '../engine/index.ts'

/* What stands in brackets in the help of the command line: the names of what a user puts there. */

const both = (en: string, zh: string): Bilingual => ({ en, zh })

export const cliSlots = {
  options: both('options', '选项'),
  command: both('command', '命令'),
  scenario: both('scenario', '方案文件'),
  files: both('files', '文件'),
  what: both('what', '内容'),
  county: both('county', '县数据文件'),
  roster: both('roster', '学校明细表'),
  rosters: both('rosters', '历年学校明细表'),
  candidates: both('candidates', '名册'),
  language: both('language', '语言'),
  file: both('file', '文件'),
  folder: both('folder', '文件夹'),
  name: both('name', '名称'),
  text: both('text', '文本'),
  list: both('list', '列表'),
  ids: both('ids', '编号'),
  year: both('year', '学年'),
  n: both('n', '整数'),
  'id|file': both('id|file', '名称|文件'),
  'field=value': both('field=value', '列=值'),
  'check=fix': both('check=fix', '问题=改法'),
  'regime.level.item=value': both('regime.level.item=value', '标准.学段.指标=值'),
} as const satisfies Readonly<Record<string, Bilingual>>
