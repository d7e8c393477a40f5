/** Hands the person a file that is made in the page or came in an answer. */

const KEPT = 60_000

export function save(file: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT)
}

/** "trygg-med-hender.pdf": letters and digits of any language, hyphens for the rest. */
export function nameOf(title: string, ending: string): string {
  const words = title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? ['bevis']
  return `${words.join('-').slice(0, 80)}.${ending}`
}

export function saveAs(content: Blob, title: string, ending: string): void {
  save(content, nameOf(title, ending))
}
