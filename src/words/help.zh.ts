/** Words of the list of keys in Chinese. */
export const helpZh = {
  'help.title': '键盘快捷键',
  'help.letters': '使用单字母快捷键',
  'help.key.screens': '切换页面',
  'help.key.undo': '撤销、重做',
  'help.key.play': '播放或暂停',
  'help.key.year': '上一年、下一年',
  'help.key.replay': '重放上一步',
  'help.key.table': '在图中：图形与表格互换',
  'help.key.arrows': '在图中：移动；回车固定',
  'help.key.lever': '政策项：调整；按住 Shift 微调',
  'help.key.reset': '政策项：还原',
  'help.key.copy': '学校表：选取单元格、复制',
  'help.key.formula': '学校表：查看公式，再按查看来源',
  'help.key.problem': '数据页：下一处、上一处问题',
  'help.key.help': '打开本页',
  'help.key.escape': '关闭',
} as const satisfies Readonly<Record<string, string>>

export type HelpWords = Readonly<Record<keyof typeof helpZh, string>>
