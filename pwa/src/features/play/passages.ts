/** What can be read aloud of a screen: its passages in order, and where in the page their words stand. */

/** A run of words without a break, and the pieces of the page it is made of, each with its place in the text. */
export type Passage = { text: string; pieces: { node: Text; at: number }[] }

const BLOCKS = 'p,li,h1,h2,h3,legend,label,dt,dd,th,td,caption,figcaption,blockquote,summary,button,output'
/** What is not content: what one answers and goes on with, and what only a screen reader is told. */
const UNREAD = '[aria-hidden=true],.sr,.play-dock,.play-next,[data-unread],script,style'

/** The passages of what is shown in `root`, in the order of the page. */
export function passages(root: Element): Passage[] {
  const found: Passage[] = []
  let block: Element | null = null
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const parent = node.parentElement
    if (!parent || node.data.trim() === '' || parent.closest(UNREAD) || !parent.checkVisibility()) continue
    const own = parent.closest(BLOCKS) ?? parent
    const last = found.at(-1)
    if (last && own === block) {
      last.pieces.push({ node, at: last.text.length })
      last.text += node.data
    } else found.push({ text: node.data, pieces: [{ node, at: 0 }] })
    block = own
  }
  return found
}

/** Where the word that begins at `from` ends: some voices tell only where it begins. */
export function wordAt(text: string, from: number): [number, number] {
  const [word = ''] = /^[^\s]+/u.exec(text.slice(from)) ?? []
  return [from, from + word.replace(/[.,;:!?»”)]+$/u, '').length]
}

/** The part of the page that holds these signs of a passage; null when the page has changed since. */
export function rangeOf({ pieces }: Passage, from: number, to: number): Range | null {
  const start = pieces.findLast(({ at }) => at <= from)
  const end = pieces.findLast(({ at }) => at < to)
  if (!start?.node.isConnected || !end?.node.isConnected) return null
  if (from - start.at > start.node.length || to - end.at > end.node.length) return null
  const range = start.node.ownerDocument.createRange()
  range.setStart(start.node, from - start.at)
  range.setEnd(end.node, to - end.at)
  return range
}
