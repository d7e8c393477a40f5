/** What is heard, watched or read, as it is in the library. */
import { useEffect, useState } from 'preact/hooks'
import { medium as fetched } from '../../../api/client'
import type { StudioMedium } from '../../../api/types'
import { media } from '../../../text/media'
import { shell } from '../../../text/shell'
import { addressOf, nameOf } from './Thumb'

export function Played({ medium }: { medium: StudioMedium }) {
  if (medium.family === 'captions') return <Words hash={medium.hash} />
  const what = { src: addressOf(medium.hash), controls: true, preload: 'metadata', 'aria-label': nameOf(medium) } as const
  return (
    <section class="card">
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- captions are files of their own, joined to it on a card */}
      {medium.family === 'audio' ? <audio class="media-played" {...what} /> : <video class="media-played" playsInline {...what} />}
    </section>
  )
}

function Words({ hash }: { hash: string }) {
  const t = media()
  const [words, setWords] = useState<string | null>(null)
  useEffect(() => {
    let wanted = true
    fetched(hash).then((blob) => blob.text()).then((text) => wanted && setWords(text), () => wanted && setWords(shell().failed))
    return () => {
      wanted = false
    }
  }, [hash])
  return (
    <section class="card stack" aria-labelledby="media-words">
      <h2 id="media-words">{t.captionsText}</h2>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard */}
      <pre class="media-captions sm" tabIndex={0} role="region" aria-labelledby="media-words">{words ?? shell().loading}</pre>
    </section>
  )
}
