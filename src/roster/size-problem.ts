import type { Problem } from '../engine/index.ts'
import { bounds } from './grid.ts'

const million = (n: number): string => (n / 1e6).toFixed(n < 1e7 ? 1 : 0)

/** The problem of a file that is too large; to be asked before it is read. */
export const sizeProblem = (bytes: number, name: string): Problem | null =>
  bytes <= bounds.bytes
    ? null
    : {
        path: name,
        text: {
          en: `The file has ${million(bytes)} MB; at most ${million(bounds.bytes)} MB are read.`,
          zh: `文件大小为 ${million(bytes)} MB，最多读取 ${million(bounds.bytes)} MB。`,
        },
        hint: {
          en: 'Save only the sheet with one row per school section, without pictures.',
          zh: '请只保留每行一所学校（学段）的工作表，删去图片后另存。',
        },
      }
