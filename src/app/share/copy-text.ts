/** Puts a text on the clipboard; false where there is none, as on a page that came without encryption, or where it is refused. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
