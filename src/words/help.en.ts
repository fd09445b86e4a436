import type { HelpWords } from './help.zh.ts'

/** Words of the list of keys in English. */
export const helpEn = {
  'help.title': 'Keyboard shortcuts',
  'help.letters': 'Use single-letter shortcuts',
  'help.key.screens': 'Switch screens',
  'help.key.undo': 'Undo, redo',
  'help.key.play': 'Play or pause',
  'help.key.year': 'Previous, next year',
  'help.key.replay': 'Replay the last change',
  'help.key.table': 'In a chart: picture or table',
  'help.key.arrows': 'In a chart: move; Enter pins',
  'help.key.lever': 'Lever: change; with Shift finer',
  'help.key.reset': 'Lever: reset',
  'help.key.copy': 'Table of schools: choose cells, copy',
  'help.key.formula': 'Table of schools: formula; again: source',
  'help.key.problem': 'Data: next, previous problem',
  'help.key.help': 'Open this page',
  'help.key.escape': 'Close',
} as const satisfies HelpWords
