import type { HelpWords } from './help.zh.ts'

/** The same words in English. */
export const helpEn = {
  'status.moved': 'Another window has moved to the new version. Reload to use it here too; your work is kept.',
  'help.title': 'Keyboard shortcuts',
  'help.letters': 'Use single-letter shortcuts',
  'help.key.screens': 'Switch screens',
  'help.key.undo': 'Undo, redo',
  'help.key.play': 'Play or pause',
  'help.key.year': 'Previous, next year',
  'help.key.replay': 'Replay the last change',
  'help.key.table': 'In a chart: picture or table',
  'help.key.arrows': 'In a chart: move; Enter pins',
  'help.key.lever': 'Lever: change; with Shift finer; Backspace resets',
  'help.key.help': 'Open this page',
  'help.key.escape': 'Close',
  'reader.title': 'About the model',
  'reader.contents': 'Contents',
  'reader.search': 'Find a heading',
  'reader.found': '{count} {count:heading|headings}',
  'reader.failed': 'The documents did not load: the network may be down, or a newer version may have replaced them. Try again, or reload the page.',
  'reader.back': 'Back to the last page',
  'reader.shelf.model': 'Model',
  'reader.shelf.policies': 'Policies',
  'reader.shelf.tables': 'Lists and validation',
} as const satisfies HelpWords
