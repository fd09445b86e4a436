import type { Problem } from '../../engine/index.ts'
import { decodeFile, tooLarge, unread } from '../../scenario/read-text.ts'

/** The file somebody has chosen. The same one can be chosen again: it may have been changed meanwhile. */
export function chosenFile(input: HTMLInputElement): File | undefined {
  const file = input.files?.[0]
  input.value = ''
  return file
}

/** Text of a chosen file, or why there is none; one that is too large is refused before it is read. */
export async function textOfFile(file: Pick<File, 'name' | 'size' | 'arrayBuffer'>): Promise<{ readonly text: string } | { readonly problem: Problem }> {
  const large = tooLarge(file.size)
  // a stick may be gone by now
  const bytes = large ? null : await file.arrayBuffer().catch(() => null)
  const read = bytes ? decodeFile(new Uint8Array(bytes)) : { problem: large ?? unread() }
  return 'text' in read ? read : { problem: { ...read.problem, path: file.name } }
}
