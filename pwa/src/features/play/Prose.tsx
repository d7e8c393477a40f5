/** The small Markdown subset as elements; nothing of a text is ever taken as HTML. */
import { type Inline, blocks } from './markdown'

function Run({ parts }: { parts: Inline[] }) {
  return (
    <>
      {parts.map(({ kind, text }) => (kind === 'bold' ? <strong>{text}</strong> : kind === 'italic' ? <em>{text}</em> : text))}
    </>
  )
}

export function Prose({ text }: { text: string }) {
  return (
    <div class="play-text">
      {blocks(text).map((block) => {
        if (block.kind === 'paragraph') return <p><Run parts={block.inlines} /></p>
        const items = block.items.map((parts) => <li><Run parts={parts} /></li>)
        return block.kind === 'bullets' ? <ul>{items}</ul> : <ol>{items}</ol>
      })}
    </div>
  )
}
