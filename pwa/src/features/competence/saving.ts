/** The name of a certificate's file, and handing it over. */
import { save } from '../../saving'

/** "trygg-med-hender.pdf": letters and digits of any language, hyphens for the rest. */
export function nameOf(title: string, ending: string): string {
  const words = title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? ['bevis']
  return `${words.join('-').slice(0, 80)}.${ending}`
}

export function saveAs(content: Blob, title: string, ending: string): void {
  save(content, nameOf(title, ending))
}
