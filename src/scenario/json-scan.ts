/*
 * Walks a JSON text once without building anything. `JSON.parse` cannot be asked three things that a person needs to
 * know: where a mistake is (its message differs by browser, and one gives no place), which key was written twice, and in
 * which order years were written (objects list whole-number keys in ascending order).
 */

/** Keys and positions that lead to a value. */
export type Path = readonly (string | number)[]

/** What is wrong with a text: a character that cannot stand there, an end too soon, a faulty string, too deep, something after the end. */
export type SyntaxKind = 'unexpected' | 'unfinished' | 'text' | 'deep' | 'trailing'

/** The first mistake of a text; line and column count from 1. */
export interface SyntaxSlip {
  readonly kind: SyntaxKind
  readonly line: number
  readonly column: number
  readonly found: string
}

/** What one walk through a text found. */
export interface Scan {
  readonly slip?: SyntaxSlip
  /** Keys written more than once in the same object. */
  readonly repeated: readonly Path[]
  /** Objects whose keys are all years, written in an order other than ascending. */
  readonly unordered: readonly Path[]
}

/** Levels of nesting a file may have. */
export const deepest = 24

class Slip extends Error {
  constructor(
    readonly kind: SyntaxKind,
    readonly offset: number,
  ) {
    super(kind)
  }
}

const numberShape = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
// eslint-disable-next-line no-control-regex -- control characters are exactly what JSON forbids in texts
const textShape = /"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*"/y
const yearShape = /^\d{4}$/

class Walker {
  offset = 0
  readonly repeated: Path[] = []
  readonly unordered: Path[] = []
  private readonly path: (string | number)[] = []

  constructor(private readonly text: string) {}

  whole(): void {
    this.value()
    this.space()
    if (this.offset < this.text.length) throw new Slip('trailing', this.offset)
  }

  private space(): void {
    while (' \t\n\r'.includes(this.text[this.offset] ?? 'x')) this.offset++
  }

  private fail(): never {
    throw new Slip(this.offset < this.text.length ? 'unexpected' : 'unfinished', this.offset)
  }

  private take(mark: string): void {
    this.space()
    if (this.text[this.offset] !== mark) this.fail()
    this.offset++
  }

  private taken(mark: string): boolean {
    this.space()
    if (this.text[this.offset] !== mark) return false
    this.offset++
    return true
  }

  private matched(shape: RegExp): string | undefined {
    shape.lastIndex = this.offset
    const found = shape.exec(this.text)?.[0]
    if (found !== undefined) this.offset += found.length
    return found
  }

  private string(): string {
    this.space()
    if (this.text[this.offset] !== '"') this.fail()
    const found = this.matched(textShape)
    if (found === undefined) throw new Slip('text', this.offset)
    return JSON.parse(found) as string
  }

  private value(): void {
    this.space()
    if (this.path.length > deepest) throw new Slip('deep', this.offset)
    const next = this.text[this.offset]
    if (next === '{') this.object()
    else if (next === '[') this.array()
    else if (next === '"') this.string()
    else if (this.matched(numberShape) === undefined) this.word()
  }

  private word(): void {
    const word = ['true', 'false', 'null'].find((w) => this.text.startsWith(w, this.offset))
    if (word === undefined) this.fail()
    this.offset += word.length
  }

  private array(): void {
    this.take('[')
    if (this.taken(']')) return
    let index = 0
    do {
      this.path.push(index++)
      this.value()
      this.path.pop()
    } while (this.taken(','))
    this.take(']')
  }

  private object(): void {
    this.take('{')
    if (this.taken('}')) return
    const keys = new Set<string>()
    let last = ''
    let ordered = true
    do {
      const key = this.string()
      if (keys.has(key)) this.repeated.push([...this.path, key])
      ordered &&= key >= last
      keys.add(key)
      last = key
      this.take(':')
      this.path.push(key)
      this.value()
      this.path.pop()
    } while (this.taken(','))
    this.take('}')
    if (!ordered && [...keys].every((key) => yearShape.test(key))) this.unordered.push([...this.path])
  }
}

function placed(text: string, { kind, offset }: Slip): SyntaxSlip {
  const before = text.slice(0, offset)
  const line = before.split('\n').length
  const column = offset - before.lastIndexOf('\n')
  const found = text
    .slice(offset, offset + 12)
    .split('\n')[0]!
    .trim()
  return { kind, line, column, found }
}

/** Scans a JSON text: its first mistake, and what JSON allows but a scenario file must not hold. */
export function scanJson(text: string): Scan {
  const walker = new Walker(text)
  try {
    walker.whole()
    return { repeated: walker.repeated, unordered: walker.unordered }
  } catch (error) {
    if (!(error instanceof Slip)) throw error
    return { slip: placed(text, error), repeated: [], unordered: [] }
  }
}
