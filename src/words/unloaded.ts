import type { Problem } from '../engine/index.ts'

/** A part of the page that did not come. Said in both languages from the start: the words may be what is missing. */
export const unloaded: Problem = {
  path: '',
  text: {
    zh: '页面的一部分未能加载：网络可能已断开，或页面已有新版本。',
    en: 'A part of the page did not load: the network may be down, or a newer version may have replaced it.',
  },
  hint: { zh: '请重试；仍不行时，请重新加载页面。', en: 'Try again; if that does not help, reload the page.' },
}
