/** The small Markdown subset of the texts: paragraphs, lists, **bold** and *italics*. Everything else is plain text. */

export type Inline = { kind: 'text' | 'bold' | 'italic'; text: string }
export type Block = { kind: 'paragraph'; inlines: Inline[] } | { kind: 'bullets' | 'numbers'; items: Inline[][] }

const MARKED = /\*\*([^\s*](?:[^*]*[^\s*])?)\*\*|\*([^\s*](?:[^*]*[^\s*])?)\*/gu
const BULLET = /^[-*] +(.*)$/u
const NUMBERED = /^\d{1,2}[.)] +(.*)$/u

/** The parts of one run of text. */
export function inlines(text: string): Inline[] {
  const parts: Inline[] = []
  let from = 0
  for (const match of text.matchAll(MARKED)) {
    if (match.index > from) parts.push({ kind: 'text', text: text.slice(from, match.index) })
    const [whole, bold, italic] = match
    parts.push(bold === undefined ? { kind: 'italic', text: italic ?? '' } : { kind: 'bold', text: bold })
    from = match.index + whole.length
  }
  if (from < text.length) parts.push({ kind: 'text', text: text.slice(from) })
  return parts
}

/** The blocks of a text; a single line break inside a paragraph is a space. */
export function blocks(text: string): Block[] {
  const found: Block[] = []
  let open = false
  for (const line of text.split(/\r?\n/u).map((one) => one.trim())) {
    const bullet = BULLET.exec(line)?.[1]
    const item = bullet ?? NUMBERED.exec(line)?.[1]
    const last = found.at(-1)
    if (line === '') open = false
    else if (item !== undefined) {
      const kind = bullet === undefined ? 'numbers' : 'bullets'
      if (last?.kind === kind) last.items.push(inlines(item))
      else found.push({ kind, items: [inlines(item)] })
      open = false
    } else if (open && last?.kind === 'paragraph') last.inlines.push({ kind: 'text', text: ' ' }, ...inlines(line))
    else {
      found.push({ kind: 'paragraph', inlines: inlines(line) })
      open = true
    }
  }
  return found
}
