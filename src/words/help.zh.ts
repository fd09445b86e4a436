/** Words of the help, of the reader of the model’s documents, and of a newer version, in Chinese: the source catalogue. They come after the first picture. */
export const helpZh = {
  'status.moved': '另一个窗口已换用新版本。重新加载后此窗口也会换用，已有内容会保留。',
  'help.title': '键盘快捷键',
  'help.letters': '使用单字母快捷键',
  'help.key.screens': '切换页面',
  'help.key.undo': '撤销、重做',
  'help.key.play': '播放或暂停',
  'help.key.year': '上一年、下一年',
  'help.key.replay': '重放上一步',
  'help.key.table': '在图中：图形与表格互换',
  'help.key.arrows': '在图中：移动；回车固定',
  'help.key.lever': '政策项：调整；按住 Shift 微调；Backspace 还原',
  'help.key.help': '打开本页',
  'help.key.escape': '关闭',
  'reader.title': '模型说明',
  'reader.contents': '目录',
  'reader.search': '按标题查找',
  'reader.found': '{count} 处标题',
  'reader.failed': '文档未能读入：可能是网络中断，也可能是页面已有新版本。请重试；仍读不到时请刷新页面。',
  'reader.back': '返回上一篇',
  'reader.shelf.model': '模型',
  'reader.shelf.policies': '政策',
  'reader.shelf.tables': '清单与检验',
}

export type HelpWords = Readonly<Record<keyof typeof helpZh, string>>
