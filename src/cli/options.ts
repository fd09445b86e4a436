/*
 * Values written behind options, checked before anything runs. Wrong ones become problems with the option as their place.
 */
import type { Problem } from '../engine/index.ts'
import { bilingualWord } from './io.ts'
import { formats, type Format } from './output.ts'

/** Collects problems of several options, so that all are reported at once. */
export class OptionReader {
  readonly problems: Problem[] = []

  /** A whole number within bounds; undefined where absent or wrong. */
  whole(option: string, value: string | undefined, low: number, high: number): number | undefined {
    if (value === undefined) return undefined
    const number = Number(value)
    if (/^\d+$/.test(value) && number >= low && number <= high) return number
    this.problems.push({ path: option, text: bilingualWord('badNumber', { value, low, high }) })
    return undefined
  }

  /** A seed: any text of 1 to 100 characters. */
  seed(value: string | undefined): string | undefined {
    if (value !== undefined && (value.length < 1 || value.length > 100))
      this.problems.push({ path: '--seed', text: bilingualWord('badSeed') })
    return value
  }

  /** Formats of tables, separated by commas. */
  formats(value: string): readonly Format[] {
    const wanted = value.split(',').map((one) => one.trim().toLowerCase())
    const known = (one: string): one is Format => (formats as readonly string[]).includes(one)
    for (const one of wanted)
      if (!known(one))
        this.problems.push({
          path: '--formats',
          text: bilingualWord('badChoice', { value: one }),
          hint: bilingualWord('allowed', { names: formats.join(', ') }),
        })
    return formats.filter((one) => wanted.includes(one))
  }
}
